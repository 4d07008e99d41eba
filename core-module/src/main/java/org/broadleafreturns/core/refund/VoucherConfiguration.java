package org.broadleafreturns.core.refund;

import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.platform.ShopVouchers;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.request.ReturnLookup;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Vouchers in the place of money. */
@Configuration
class VoucherConfiguration {

    @Bean
    Vouchers rtnVouchers(Repositories repositories) {
        return repositories.of(Vouchers.class);
    }

    @Bean
    AgreedVouchers rtnAgreedVouchers(Repositories repositories) {
        return repositories.of(AgreedVouchers.class);
    }

    @Bean
    VoucherWords rtnVoucherWords(MessageSource messages, ReturnChoices choices) {
        return new VoucherWords(messages, choices);
    }

    @Bean
    VoucherAgreements rtnVoucherAgreements(AgreedVouchers agreed, ReturnLookup returns, ReturnChoices choices, VoucherWords words) {
        return new VoucherAgreements(agreed, returns, choices, words);
    }

    @Bean
    RefundVouchers rtnRefundVouchers(Vouchers vouchers, Refunds refunds, VoucherAgreements agreements, ShopVouchers shop) {
        return new RefundVouchers(vouchers, refunds, agreements, shop);
    }
}
