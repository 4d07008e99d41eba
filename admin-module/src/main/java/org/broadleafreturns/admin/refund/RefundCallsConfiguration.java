package org.broadleafreturns.admin.refund;

import org.broadleafreturns.core.kernel.InRootContext;
import org.broadleafreturns.core.refund.BackOfficeRefunds;
import org.broadleafreturns.core.refund.RefundCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gateways are asked by the application that has their modules. */
@Configuration
@InRootContext
class RefundCallsConfiguration {

    @Bean
    RefundCalls rtnRefundCalls(BackOfficeRefunds refunds) {
        return refunds.calls();
    }
}
