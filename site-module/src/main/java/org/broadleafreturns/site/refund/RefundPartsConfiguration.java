package org.broadleafreturns.site.refund;

import java.util.List;
import org.broadleafreturns.core.refund.ExpectedRefunds;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.refund.RefundWords;
import org.broadleafreturns.core.refund.VoucherWords;
import org.broadleafreturns.site.AccountPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;

/** What shoppers read of money on the page of a return. */
@Configuration
class RefundPartsConfiguration {

    @Bean
    @Order(150)
    AccountPart rtnExpectedRefundPart(ExpectedRefunds refunds) {
        return AccountPart.of(AccountPart.Place.FACTS, "account/returns/refund/expected", page -> refunds.of(page.shown()).orElse(null));
    }

    @Bean
    @Order(450)
    AccountPart rtnRefundsMadePart(RefundViews refunds, RefundWords said, VoucherWords vouchers) {
        return AccountPart.of(AccountPart.Place.ABOVE_FACTS, "account/returns/refund/made", page -> {
            List<ShownRefund> shown = refunds.of(List.of(page.shown().id())).getOrDefault(page.shown().id(), List.of()).stream()
                .flatMap(refund -> ShownRefund.of(refund, said, vouchers, LocaleContextHolder.getLocale()).stream()).toList();
            return shown.isEmpty() ? null : shown;
        });
    }
}
