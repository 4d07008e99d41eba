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
 * whatever its refund type gives, or while it is running, once it follows a withdrawal: of one that was decided before there were rows,
 * nothing is claimed.
 */
class RefundDues {

    private final DueRefunds dues;
    private final StillOwed owed;
    private final AwaitedGoods awaited;
    private final ReturnLookup returns;
    private final ReturnChoices choices;
    private final RefundTerms terms;
    private final ShopCalendar calendar;
    private final Clock clock;

    RefundDues(DueRefunds dues, StillOwed owed, AwaitedGoods awaited, ReturnLookup returns, ReturnChoices choices, RefundTerms terms,
            ShopCalendar calendar, Clock clock) {
        this.dues = dues;
        this.owed = owed;
        this.awaited = awaited;
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
        returns.byId(change.returnId()).ifPresent(request -> {
            write(request, request.getStatus().isRunning() && change.now().isWithdrawal());
            writeOthers(request);
        });
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
     * What is paid back for one return can leave nothing for another of its order, and a voucher that is ended leaves it something again;
     * outward delivery is owed for one of them. Whose days do not change with that keeps them.
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
        if (known.isPresent() || begins) {
            write(request, known.orElseGet(() -> new DueRefund(request.getId())),
                isPaidBack(request.getRefundType(), request.getStatedBasis()) && owed.isAnything(request));
        }
    }

    /** Whether refunds can be withheld until goods are there. */
    boolean canWait() {
        return !terms.collects();
    }

    /** Whether a running return is due when it would be if that were written now. */
    boolean isAsWritten(ReturnRequest request) {
        return dues.findById(request.getId()).map(DueRefund::getDueOn).map(Date::getTime)
            .equals(Optional.ofNullable(due(request, true).end(calendar.zone())).map(Date::getTime));
    }

    private void write(ReturnRequest request, DueRefund known, boolean toRefund) {
        if (!isPaidBack(request.getRefundType(), request.getStatedBasis())) {
            // It may pay back later: merchants change what a refund type gives, and say late that it was a withdrawal.
            dues.save(known.become(null, false));
            return;
        }
        RefundDue due = due(request, toRefund || request.getStatus().isRunning());
        dues.save(known.become(due.end(calendar.zone()), toRefund));
    }

    private RefundDue due(ReturnRequest request, boolean open) {
        return RefundDue.of(facts(request, open), terms.collects(), terms.days());
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
        return new RefundFacts(request.getStatedBasis(), awaited.thereOn(request, goods, today), today, owed.isAnything(request, goods));
    }

    private RefundFacts facts(ReturnRequest request, boolean open) {
        return new RefundFacts(request.getStatedBasis(), open ? awaited.thereOn(request) : null,
            request.getStatus().isDecision() ? calendar.dayOf(request.getStatusChangedAt()) : null, open);
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
