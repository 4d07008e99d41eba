package org.broadleafreturns.core.refund;

import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.platform.ShopMoney;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnMailWords;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What shoppers are told of money before anybody has decided. */
@Configuration
class ExpectedRefundConfiguration {

    @Bean
    Setting<Boolean> rtnAmountsShown(@Value("${returns.amounts.shown:true}") boolean configured) {
        return Setting.yesOrNo("amountsShown", configured);
    }

    @Bean
    ExpectedRefunds rtnExpectedRefunds(ShopMoney money, RefundBases bases, RefundTerms terms, ReturnLookup returns, ReturnChoices choices,
            Settings settings, @Qualifier("rtnAmountsShown") Setting<Boolean> amountsShown) {
        return new ExpectedRefunds(money, bases, terms, returns, choices, settings, amountsShown);
    }

    @Bean
    @Order(100)
    ReturnMailWords rtnExpectedRefundWords(ExpectedRefunds expected) {
        return new ExpectedRefundWords(expected);
    }
}
