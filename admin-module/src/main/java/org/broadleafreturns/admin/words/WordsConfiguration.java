package org.broadleafreturns.admin.words;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beside the controllers. */
@Configuration
public class WordsConfiguration {

    @Bean
    MerchantWords rtnMerchantWords(MessageSource messageSource) {
        return new MerchantWords(messageSource);
    }
}
