package org.broadleafreturns.admin.refund;

import org.broadleafreturns.core.desk.DeskColumn;
import org.broadleafreturns.core.desk.DeskSort;
import org.broadleafreturns.core.desk.DeskView;
import org.broadleafreturns.core.kernel.InRootContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The views of the list in which merchants see what is to be refunded. */
@Configuration
@InRootContext
class DueViewsConfiguration {

    private static final DeskSort OLDEST_FIRST = new DeskSort(DeskColumn.SUBMITTED_AT, true);
    private static final String AMONG = "R.REQUEST_ID IN (SELECT D.REQUEST_ID FROM RTN_REFUND_DUE D WHERE ";

    /** Decided, with accepted units for which no money went back. */
    @Bean
    @Order(400)
    DeskView rtnDeskViewToRefund() {
        return new DeskView("refund", AMONG + "D.TO_REFUND = TRUE)", OLDEST_FIRST);
    }

    /** Whose last day is over; withdrawals that nobody has decided on, too. */
    @Bean
    @Order(500)
    DeskView rtnDeskViewLate() {
        return new DeskView("late", AMONG + "D.DUE_ON < :now)", OLDEST_FIRST);
    }
}
