package org.broadleafreturns.core.refund;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnSteps;
import org.broadleafreturns.core.request.Step;
import org.broadleafreturns.core.request.UnsentUnits;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks each morning at what nobody tells of. The platform's own pages, and other systems, tell nobody when they pay an order back:
 * nothing could be refunded any more then, and it would be late for ever. Nor does anybody tell when goods leave the shop, or never will:
 * only for what has left can a refund be withheld.
 */
class DueReview {

    private static final Logger LOG = LoggerFactory.getLogger(DueReview.class);
    /** Why the system looks at a return. */
    private static final String PAID_OTHERWISE = "rtn.ground.paidOtherwise";
    private static final String LEFT = "rtn.ground.left";
    /** So many are looked at in one transaction. */
    private static final Pageable PAGE = PageRequest.of(0, 100);

    private final DueRefunds dues;
    private final RefundDues days;
    private final StillOwed owed;
    private final UnsentUnits unsent;
    private final ReturnLookup returns;
    private final ReturnSteps steps;
    private final ShopCalendar calendar;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DueReview(DueRefunds dues, RefundDues days, StillOwed owed, UnsentUnits unsent, ReturnLookup returns, ReturnSteps steps,
            ShopCalendar calendar, Clock clock, PlatformTransactionManager transactionManager) {
        this.dues = dues;
        this.days = days;
        this.owed = owed;
        this.unsent = unsent;
        this.returns = returns;
        this.steps = steps;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Of what the shop is about to be told of. */
    void run() {
        Date end = RefundDue.endOf(calendar.dayOf(Date.from(clock.instant())), calendar.zone());
        inPages(last -> dues.findToRefund(last == null ? new Date(0) : (Date) last[1], after(last), end, PAGE), this::settled,
            new Renewed("refund-settled", owed::isAnything), PAID_OTHERWISE);
        if (days.canWait()) {
            inPages(last -> dues.findAwaited(after(last), PAGE), this::otherwise,
                new Renewed("refund-awaited", request -> !request.getStatus().isRunning() || days.isAsWritten(request)), LEFT);
        }
    }

    private static Long after(Object[] last) {
        return last == null ? Long.MIN_VALUE : (Long) last[0];
    }

    /**
     * @param behind reads the rows that follow one, or the first ones for null
     * @param found the numbers of those of some rows that hold no more
     */
    private void inPages(Function<Object[], List<Object[]>> behind, Function<List<Object[]>, List<String>> found, Step step,
            String ground) {
        Object[] last = null;
        do {
            Object[] before = last;
            List<Object[]> rows = transaction.execute(status -> behind.apply(before));
            last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            transaction.execute(status -> found.apply(rows)).forEach(number -> {
                try {
                    steps.execute(number, step, Actor.system(ground));
                } catch (RuntimeException e) {
                    // The next day it may be possible.
                    LOG.warn("Until when return {} is to be refunded cannot be written down", number, e);
                }
            });
        } while (last != null);
    }

    /** Returns of which nothing is to be refunded any more are due no longer. */
    private List<String> settled(List<Object[]> rows) {
        return returns.byIds(ids(rows.stream())).stream().filter(request -> !owed.isAnything(request)).map(ReturnRequest::getNumber)
            .toList();
    }

    /** A withdrawal is due where nothing that is missing can come, and may be withheld where something can since it has left. */
    private List<String> otherwise(List<Object[]> rows) {
        Set<Long> coming = unsent.withAnythingToCome(ids(rows.stream()));
        return returns.byIds(ids(rows.stream().filter(row -> coming.contains((Long) row[0]) == (row[1] != null)))).stream()
            .map(ReturnRequest::getNumber).toList();
    }

    private static List<Long> ids(Stream<Object[]> rows) {
        return rows.map(row -> (Long) row[0]).toList();
    }

    /**
     * Lets what depends on a return's refunds be written anew, in the order's turn, in which nothing is decided nor refunded at the same
     * moment.
     *
     * @param holds whether what is written is right meanwhile
     */
    private record Renewed(String name, Predicate<ReturnRequest> holds) implements Step {

        @Override
        public boolean isDone(ReturnRequest request) {
            return holds.test(request);
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
