package org.broadleafreturns.admin.platformwords;

import org.broadleafreturns.core.kernel.InRootContext;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;

/** Puts the words before the shop's own message source, whatever that is. */
@Configuration
@InRootContext
class PlatformWordsConfiguration {

    @Bean
    static BeanPostProcessor rtnPlatformWords() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME.equals(name) && bean instanceof MessageSource shop
                    ? new PlatformWords(shop) : bean;
            }
        };
    }
}
