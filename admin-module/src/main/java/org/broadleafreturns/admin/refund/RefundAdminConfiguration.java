package org.broadleafreturns.admin.refund;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.column.ListColumn;
import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.ReturnHead;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.refund.FailedWays;
import org.broadleafreturns.core.refund.RefundService;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.refund.RefundWords;
import org.broadleafreturns.core.refund.VoucherWords;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration
class RefundAdminConfiguration {

    @Bean
    RefundFields rtnRefundFields(RefundWords said, VoucherWords vouchers, MerchantWords words, ReturnsSettings settings,
            @Qualifier("rtnClock") Clock clock) {
        return new RefundFields(said, vouchers, words, new ShopCalendar(settings), clock);
    }

    @Bean
    @Order(230)
    DialogPart rtnRefundField(RefundViews refunds, RefundFields fields, ReturnAccess access, ReturnChoices choices) {
        return new RefundField(refunds, fields, access, choices);
    }

    @Bean
    @Order(160)
    RefundPanel rtnRefundPanel(RefundViews refunds, FailedWays failed, RefundFields fields, RefundWords said, MerchantWords words,
            ReturnAccess access) {
        return new RefundPanel(refunds, failed, fields, said, words, access);
    }

    /** What has been paid back so far; what is still to be refunded, the views of the list tell. */
    @Bean
    @Order(100)
    ListColumn rtnRefundedColumn(RefundViews refunds, MerchantWords words) {
        return ListColumn.of("refunded", "86px", returns -> refunds.paidBack(returns).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, paid -> words.amount(paid.getValue()))));
    }

    @Bean
    RefundController rtnRefundController(AccessibleReturns returns, ReturnAccess access, ReturnViews views, ReturnLookup lookup,
            ReturnHead head, RefundViews refundViews, RefundService refunds, RefundFields fields, MerchantWords words) {
        return new RefundController(returns, access, views, lookup, head, refundViews, refunds, fields, words);
    }

    @Bean
    TellController rtnTellController(AccessibleReturns returns, ReturnAccess access, ReturnViews views, ReturnLookup lookup,
            ReturnHead head, RefundService refunds, MerchantWords words) {
        return new TellController(returns, access, views, lookup, head, refunds, words);
    }

    @Bean
    RefundOutcomeController rtnRefundOutcomeController(AccessibleReturns returns, ReturnAccess access, RefundService refunds,
            MerchantWords words) {
        return new RefundOutcomeController(returns, access, refunds, words);
    }
}
