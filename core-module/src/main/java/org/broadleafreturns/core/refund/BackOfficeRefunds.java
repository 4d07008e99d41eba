package org.broadleafreturns.core.refund;

import java.time.Clock;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.request.ReturnSteps;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes what asks gateways for refunds, for the application that has their modules: the back office. */
public class BackOfficeRefunds {

    private final RefundPayments refundPayments;
    private final RefundWriting writing;
    private final ShopPayments payments;
    private final ReturnSteps steps;
    private final Clock clock;
    private final RefundPace pace;
    private final PlatformTransactionManager transactionManager;

    BackOfficeRefunds(RefundPayments refundPayments, RefundWriting writing, ShopPayments payments, ReturnSteps steps, Clock clock,
            RefundPace pace, PlatformTransactionManager transactionManager) {
        this.refundPayments = refundPayments;
        this.writing = writing;
        this.payments = payments;
        this.steps = steps;
        this.clock = clock;
        this.pace = pace;
        this.transactionManager = transactionManager;
    }

    /** To be a bean of that application. */
    public RefundCalls calls() {
        return new RefundCalls(refundPayments, writing, payments, steps, clock, pace, transactionManager);
    }
}
