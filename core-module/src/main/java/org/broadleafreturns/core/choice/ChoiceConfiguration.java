package org.broadleafreturns.core.choice;

import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The choices that the merchant keeps in the back office. */
@Configuration
class ChoiceConfiguration {

    @Bean
    ReturnReasons rtnReturnReasons(Repositories repositories) {
        return repositories.of(ReturnReasons.class);
    }

    @Bean
    RefundTypes rtnRefundTypes(Repositories repositories) {
        return repositories.of(RefundTypes.class);
    }

    @Bean
    GoodsConditions rtnGoodsConditions(Repositories repositories) {
        return repositories.of(GoodsConditions.class);
    }

    @Bean
    RefusalReasons rtnRefusalReasons(Repositories repositories) {
        return repositories.of(RefusalReasons.class);
    }

    @Bean
    ReturnChoices rtnReturnChoices(ReturnReasons reasons, RefundTypes refundTypes, GoodsConditions conditions,
            RefusalReasons refusalReasons, MessageSource messages, ReturnsSettings settings) {
        return new StoredChoices(reasons, refundTypes, conditions, refusalReasons, messages, settings);
    }
}
