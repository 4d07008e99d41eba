package org.broadleafreturns.admin.words;

import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class WordsConfiguration {

    @Bean
    MerchantWords rtnMerchantWords(MessageSource messageSource, ReturnChoices choices, ShopCalendar calendar, ReturnsSettings settings) {
        return new MerchantWords(messageSource, choices, calendar, settings);
    }
}
