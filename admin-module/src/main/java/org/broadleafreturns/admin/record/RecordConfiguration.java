package org.broadleafreturns.admin.record;

import org.broadleafreturns.admin.words.MerchantWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class RecordConfiguration {

    @Bean
    EnumerationWords rtnEnumerationWords(MerchantWords words) {
        return new EnumerationWords(words);
    }
}
