package org.broadleafreturns.core.refund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.request.GoodsOfLine;
import org.broadleafreturns.core.request.LegalBasisChanged;
import org.broadleafreturns.core.request.MailSubject;
import org.broadleafreturns.core.request.ReturnCorrected;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatusChanged;
import org.broadleafreturns.core.request.StatedBasis;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.context.event.EventListener;

/**
 * Keeps up to date until when money has to be back, in the transaction of whatever changes it. A return gets its row with its decision,
 * or while it is running, once it follows a withdrawal: of one that was decided before there were rows, nothing is claimed.
 */
class RefundDues {

    private final DueRefunds dues;
    private final StillOwed owed;
    private final ReturnLookup returns;
    private final ReturnChoices choices;
    private final RefundTerms terms;
    private final ShopCalendar calendar;
    private final Clock clock;

    RefundDues(DueRefunds dues, StillOwed owed, ReturnLookup returns, ReturnChoices choices, RefundTerms terms, ShopCalendar calendar,
            Clock clock) {
        this.dues = dues;
        this.owed = owed;
        this.returns = returns;
        this.choices = choices;
        this.terms = terms;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Nothing is due of a voluntary return that nobody has decided on, and no row of it says otherwise. */
    @EventListener
    void changed(ReturnStatusChanged change) {
        returns.byId(change.returnId())
            .filter(request -> change.to().isDecision() || change.from().isDecision() || request.getStatedBasis().isWithdrawal())
            .ifPresent(request -> {
                write(request, change.to().isDecision() || request.getStatus().isRunning() && request.getStatedBasis().isWithdrawal());
                writeOthers(request);
            });
    }

    @EventListener
    void stated(LegalBasisChanged change) {
        returns.byId(change.returnId())
            .ifPresent(request -> write(request, request.getStatus().isRunning() && change.now().isWithdrawal()));
    }

    /** More may be missing than before, or nothing any more. */
    @EventListener
    void corrected(ReturnCorrected correction) {
        returns.byId(correction.returnId()).filter(request -> request.getStatedBasis().isWithdrawal())
            .ifPresent(request -> write(request, true));
    }

    /** Something was refunded of a return, or was not after all. */
    @EventListener
    void refunded(RefundsChanged change) {
        returns.byId(change.returnId()).ifPresent(request -> {
            write(request, false);
            writeOthers(request);
        });
    }

    /**
     * What is paid back for one return can leave nothing for another of its order, and a voucher that is ended leaves it something again.
     * Whose days do not change with that keeps them.
     */
    private void writeOthers(ReturnRequest request) {
        returns.byIds(dues.findOthers(request.getOrderId(), request.getId())).stream().filter(other -> other.getStatus().isDecision())
            .forEach(other -> dues.findById(other.getId()).ifPresent(due -> {
                boolean toRefund = owed.isAnything(other);
                if (due.isToRefund() != toRefund) {
                    write(other, due, toRefund);
                }
            }));
    }

    /** Whoever withdraws gets back what they have paid, whatever they had asked for instead: directive 2011/83/EU, article 13 (1). */
    boolean isPaidBack(String refundType, StatedBasis basis) {
        return basis.isWithdrawal() || choices.refundBehaviour(refundType).isPaidBack();
    }

    /** @param begins whether the return gets a row if it has none */
    private void write(ReturnRequest request, boolean begins) {
        Optional<DueRefund> known = dues.findById(request.getId());
        boolean paidBack = isPaidBack(request.getRefundType(), request.getStatedBasis());
        if (known.isPresent() || begins && paidBack) {
            write(request, known.orElseGet(() -> new DueRefund(request.getId())), paidBack && owed.isAnything(request));
        }
    }

    private void write(ReturnRequest request, DueRefund known, boolean toRefund) {
        if (!isPaidBack(request.getRefundType(), request.getStatedBasis())) {
            // Its refund type has paid back when the row was made.
            dues.save(known.become(null, false));
            return;
        }
        RefundDue due = RefundDue.of(facts(request, toRefund || request.getStatus().isRunning()), terms.collects(), terms.days());
        dues.save(known.become(due.end(calendar.zone()), toRefund));
    }

    /**
     * The last day for what is to be refunded after a decision that a mail tells of, whether it has been taken or is taken now. A shop that
     * has decided waits for nothing any more.
     */
    Optional<LocalDate> dayWith(MailSubject subject) {
        ReturnRequest request = subject.request();
        if (!isPaidBack(request.getRefundType(), request.getStatedBasis())) {
            return Optional.empty();
        }
        RefundFacts facts = subject.change().isEmpty() ? facts(request, owed.isAnything(request)) : facts(request, subject.goods());
        return Optional.ofNullable(RefundDue.of(facts, terms.collects(), terms.days()).day());
    }

    /** As they will be with a decision on these goods today. */
    private RefundFacts facts(ReturnRequest request, List<GoodsOfLine> goods) {
        LocalDate today = calendar.dayOf(Date.from(clock.instant()));
        LocalDate goodsOn = goods.stream().anyMatch(line -> line.arrived() > 0) ? today : endsWaiting(request,
            goods.stream().allMatch(line -> line.received() >= line.requested()),
            goods.stream().anyMatch(line -> line.isDecided() && line.accepted() > line.kept())) ? null : lastArrival(request);
        return new RefundFacts(request.getStatedBasis(), goodsOn, today, owed.isAnything(request, goods));
    }

    private RefundFacts facts(ReturnRequest request, boolean open) {
        boolean decided = request.getStatus().isDecision();
        boolean complete = request.getLines().stream().allMatch(line -> line.getQuantityReceived() >= line.getQuantityRequested());
        boolean waits = decided ? endsWaiting(request, complete, request.getLines().stream()
            .anyMatch(line -> line.getQuantityAccepted() > line.getQuantityKept())) : !complete;
        return new RefundFacts(request.getStatedBasis(), !open || waits ? null : lastArrival(request),
            decided ? calendar.dayOf(request.getStatusChangedAt()) : null, open);
    }

    /**
     * Whether only a decision has ended the waiting for goods: on a withdrawal where some are missing, for which the shop could wait until
     * then; else where it accepts nothing that came back.
     *
     * @param complete whether all that was asked for has come
     * @param back whether it accepts anything that the customer does not keep
     */
    private static boolean endsWaiting(ReturnRequest request, boolean complete, boolean back) {
        return request.getStatedBasis().isWithdrawal() ? !complete : !back;
    }

    /** The day on which goods came last, with a decision or by themselves; null where no arrival was noted. */
    private LocalDate lastArrival(ReturnRequest request) {
        return request.lastArrival().map(calendar::dayOf).orElse(null);
    }

    /** Of those of some returns that have one: until when, and whether units are to be refunded. */
    Map<Long, Row> of(Collection<Long> requests) {
        return requests.isEmpty() ? Map.of() : dues.findValues(requests).stream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> new Row((Date) row[1], (Boolean) row[2])));
    }

    /** @param dueOn the last second in which it is not late; null while nobody can be late with it */
    record Row(Date dueOn, boolean toRefund) {
    }
}
