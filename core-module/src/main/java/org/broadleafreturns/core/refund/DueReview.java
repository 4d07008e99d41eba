package org.broadleafreturns.core.refund;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnSteps;
import org.broadleafreturns.core.request.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks whether what is due is still to be refunded. The platform's own pages, and other systems, tell nobody when they pay an order back:
 * nothing could be refunded any more then, and it would be late for ever.
 */
class DueReview {

    private static final Logger LOG = LoggerFactory.getLogger(DueReview.class);
    /** Why the system looks at a return. */
    private static final String GROUND = "rtn.ground.paidOtherwise";

    private final DueRefunds dues;
    private final StillOwed owed;
    private final ReturnLookup returns;
    private final ReturnSteps steps;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DueReview(DueRefunds dues, StillOwed owed, ReturnLookup returns, ReturnSteps steps, Clock clock,
            PlatformTransactionManager transactionManager) {
        this.dues = dues;
        this.owed = owed;
        this.returns = returns;
        this.steps = steps;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Returns of which nothing is to be refunded any more are due no longer. */
    void run() {
        transaction.execute(status -> settled()).forEach(number -> {
            try {
                steps.execute(number, new Settled(owed), Actor.system(GROUND));
            } catch (RuntimeException e) {
                // The next day it may be possible.
                LOG.warn("Whether anything of return {} is still to be refunded cannot be written down", number, e);
            }
        });
    }

    /** Of as many as the shop is told of in a day, the oldest first. */
    private List<String> settled() {
        List<Long> due = dues.findDueBy(Date.from(clock.instant()), PageRequest.of(0, RefundReminder.MOST)).stream()
            .filter(row -> (Boolean) row[2]).map(row -> (Long) row[0]).toList();
        return returns.byIds(due).stream().filter(request -> !owed.isAnything(request)).map(ReturnRequest::getNumber).toList();
    }

    /** In the order's turn, in which nothing can be refunded at the same moment. */
    private record Settled(StillOwed owed) implements Step {

        @Override
        public String name() {
            return "refund-settled";
        }

        @Override
        public boolean isDone(ReturnRequest request) {
            return owed.isAnything(request);
        }

        @Override
        public List<Objection> objections(ReturnRequest request, Actor actor) {
            return List.of();
        }

        @Override
        public void perform(ReturnRequest request, Happening happening) {
            happening.publish(new RefundsChanged(request.getId()));
        }
    }
}
