package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.LaterMails;
import org.broadleafreturns.core.request.ReturnRequest;

/** Writes refunds down, within the order's turn, and what becomes of them. */
class RefundWriting {

    private final Refunds refunds;
    private final RefundLines lines;
    private final RefundPayments refundPayments;
    private final RefundVouchers vouchers;
    private final ShopPayments payments;
    private final Outbox outbox;
    private final LaterMails laterMails;
    private final EntityManager entityManager;

    RefundWriting(Refunds refunds, RefundLines lines, RefundPayments refundPayments, RefundVouchers vouchers, ShopPayments payments,
            Outbox outbox, LaterMails laterMails, EntityManager entityManager) {
        this.refunds = refunds;
        this.lines = lines;
        this.refundPayments = refundPayments;
        this.vouchers = vouchers;
        this.payments = payments;
        this.outbox = outbox;
        this.laterMails = laterMails;
        this.entityManager = entityManager;
    }

    /**
     * Writes down what was decided. What was paid back elsewhere is done with it, and so is a voucher; what goes through a gateway waits.
     *
     * @param alone whether it is the step itself, and not made with a decision
     * @return the identifiers of the parts for which a gateway is to be asked
     */
    List<Long> decide(ReturnRequest request, EnteredRefund entered, boolean alone, Happening happening) {
        Refund refund = refunds.save(new Refund(request.getId(), request.getOrderId(),
            entered.basis().money().currency().getCurrencyCode(), entered.amounts(), happening.actor(), happening.when(),
            happening.mailId()));
        entered.units().stream().filter(line -> line.units() > 0).forEach(line ->
            lines.save(new RefundLine(refund.getId(), line.lineId(), line.orderItemId(), line.units(), line.worth())));
        List<RefundPayment> parts = entered.voucher().isPresent() ? List.of() : parts(refund, entered, happening);
        entered.voucher().ifPresentOrElse(agreement -> issue(request, refund, agreement, happening),
            () -> refund.follow(parts, happening.when()));
        RefundJournal.noteDecided(request, refund, parts, alone, happening);
        tellOutcome(request, refund, parts, happening);
        if (alone) {
            happening.publish(new RefundsChanged(request.getId()));
        }
        return parts.stream().filter(part -> part.getState() == RefundState.PENDING).map(RefundPayment::getId).toList();
    }

    /** The mail was composed and queued when there was no code yet. */
    private void issue(ReturnRequest request, Refund refund, VoucherAgreement agreement, Happening happening) {
        String code = vouchers.issue(request, refund, agreement, happening.when());
        refund.issued(happening.when());
        if (happening.mailId() != null) {
            outbox.fill(happening.mailId(), VoucherWords.PLACE, code);
        }
    }

    private List<RefundPayment> parts(Refund refund, EnteredRefund entered, Happening happening) {
        List<RefundPayment> parts = new ArrayList<>();
        for (PaidBack back : entered.payments()) {
            BigDecimal remaining = back.amount();
            for (CapturedAmount capture : back.paid().captures()) {
                BigDecimal amount = remaining.min(back.payment().of(capture));
                if (amount.signum() > 0) {
                    parts.add(refundPayments.save(part(refund, back, capture, amount)));
                    remaining = remaining.subtract(amount);
                }
            }
            if (remaining.signum() != 0) {
                throw new IllegalStateException("Payment " + back.paid().paymentId() + " lacks " + remaining + " to be refunded");
            }
        }
        parts.stream().filter(part -> part.getMeans().isElsewhere()).forEach(part -> {
            part.settle(RefundState.DONE, (String) null, happening.when());
            record(part, happening.actor().name(), Map.of());
        });
        return parts;
    }

    /** Takes back what a decision has given by vouchers that nobody has used; what was used stays refunded, like money. */
    void endUnused(ReturnRequest request, Happening happening) {
        // Until when money has to be back, the change of the status says anew.
        refunds.findOfReturns(List.of(request.getId())).stream().map(this::current)
            .filter(refund -> refund.getState() == RefundState.DONE && vouchers.endUnused(refund, happening.when()))
            .forEach(refund -> {
                refund.end(happening.when());
                RefundJournal.noteEnded(request, refund, happening);
            });
    }

    /** Lets the mails of a return that wait for a refund, but for one that is on its way, never go out, whatever becomes of it. */
    void dropMails(ReturnRequest request) {
        refunds.findHeldMails(request.getId()).forEach(outbox::drop);
    }

    /** Whether there are such mails. */
    boolean isMailWaiting(ReturnRequest request) {
        return !refunds.findHeldMails(request.getId()).isEmpty();
    }

    private static RefundPayment part(Refund refund, PaidBack back, CapturedAmount capture, BigDecimal amount) {
        return back.elsewhere() == null ? RefundPayment.throughGateway(refund, back.paid(), capture, amount)
            : RefundPayment.elsewhere(refund, back.paid(), capture, amount, back.elsewhere());
    }

    /** Notes what has been paid back among the platform's own transactions. */
    void record(RefundPayment part, String said, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("rtnRefundMeans", part.getMeans().name());
        if (part.getReference() != null) {
            all.put("rtnRefundReference", part.getReference());
        }
        part.recordedAs(payments.record(part.getCaptureId(), part.getAmount(), said, all));
    }

    /** Notes that the gateway says of a part that it has paid, which changes nothing of what the part counts as. */
    void contradict(RefundPayment part, Date when) {
        refundPayments.contradict(part.getId(), when);
    }

    /** Lets a refund follow its parts, tells of it, and lets its mail go out once all of it is done. */
    void follow(ReturnRequest request, Refund refund, Happening happening) {
        follow(request, refund, true, happening);
    }

    /** @param counting whether its units count as refunded with it: not where another refund has refunded them since it had failed */
    void follow(ReturnRequest request, Refund refund, boolean counting, Happening happening) {
        List<RefundPayment> parts = refundPayments.findOfRefunds(List.of(refund.getId())).stream().map(this::current).toList();
        refund.follow(parts, happening.when());
        if (!counting) {
            refund.leaveUnits();
        }
        tellOutcome(request, refund, parts, happening);
        happening.publish(new RefundsChanged(request.getId()));
    }

    private void tellOutcome(ReturnRequest request, Refund refund, List<RefundPayment> parts, Happening happening) {
        switch (refund.getState()) {
            case DONE -> {
                RefundJournal.tell(request, refund, RefundEventKinds.DONE, happening);
                if (refund.getMailId() != null && parts.stream().noneMatch(RefundPayment::isOtherThanTold)) {
                    laterMails.release(request, refund.getMailId());
                }
            }
            case FAILED -> RefundJournal.tell(request, refund, RefundEventKinds.FAILED, happening);
            case UNKNOWN -> RefundJournal.tell(request, refund, RefundEventKinds.UNKNOWN, happening);
            case PENDING, ENDED -> { }
        }
    }

    /** A part as the database has it in the order's turn, whatever a page has read of it before. */
    Optional<RefundPayment> part(Long id) {
        return refundPayments.findById(id).map(this::current);
    }

    private <T> T current(T record) {
        entityManager.refresh(record);
        return record;
    }

    Refund refundOf(RefundPayment part) {
        return refunds.findById(part.getRefundId()).map(this::current).orElseThrow();
    }
}
