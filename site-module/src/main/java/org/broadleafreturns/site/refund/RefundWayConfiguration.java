package org.broadleafreturns.site.refund;

import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.InRootContext;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.broadleafreturns.site.WayPart;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** That money comes back at the end of a return, wherever shoppers read where it is. */
@Configuration
@InRootContext
class RefundWayConfiguration {

    @Bean
    @Order(100)
    WayPart rtnRefundWayPart(RefundViews refunds, ReturnChoices choices, MessageSource messages, ShopCalendar calendar) {
        return new RefundWay(refunds, choices, messages, calendar);
    }
}
