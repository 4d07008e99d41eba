package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.kernel.Objection;

/** Who may refund, and how much on one return. */
class RefundPermission {

    private final RefundPayments payments;
    private final RefundVouchers vouchers;
    private final RefundLimits limits;

    RefundPermission(RefundPayments payments, RefundVouchers vouchers, RefundLimits limits) {
        this.payments = payments;
        this.vouchers = vouchers;
        this.limits = limits;
    }

    /** What stands against somebody's refunding that. */
    List<Objection> objections(Actor actor, Long requestId, EnteredRefund entered) {
        List<Objection> objections = objections(actor);
        if (!objections.isEmpty()) {
            return objections;
        }
        Optional<BigDecimal> limit = limits.of(actor);
        if (limit.isEmpty()) {
            return List.of();
        }
        BigDecimal before = before(requestId, actor);
        return before.add(entered.amounts().total()).compareTo(limit.get()) <= 0 ? List.of()
            : List.of(Objection.to(EnteredRefund.CHOICE, "rtn.objection.refund.limit", entered.basis().amount(limit.get()),
                entered.basis().amount(before)));
    }

    /** The same of a part that has failed and is to be tried again, or was paid back elsewhere since: it counts for whoever does that. */
    List<Objection> objectionsToAgain(Actor actor, Refund refund, RefundPayment part) {
        List<Objection> objections = objections(actor);
        Optional<BigDecimal> limit = objections.isEmpty() ? limits.of(actor) : Optional.empty();
        if (limit.isEmpty()) {
            return objections;
        }
        BigDecimal before = before(refund.getRequestId(), actor);
        Currency currency = Currency.getInstance(refund.getCurrency());
        return before.add(part.getAmount()).compareTo(limit.get()) <= 0 ? List.of()
            : List.of(Objection.general("rtn.objection.refund.limit", new Amount(limit.get(), currency), new Amount(before, currency)));
    }

    /** In money, or by vouchers that can be used, or were. */
    private BigDecimal before(Long requestId, Actor actor) {
        return Optional.ofNullable(payments.sumBy(requestId, actor.id())).orElse(BigDecimal.ZERO)
            .add(vouchers.givenBy(requestId, actor.id()));
    }

    /** Whether somebody may refund at all. The system does what it was told. */
    List<Objection> objections(Actor actor) {
        return actor.kind() == Actor.Kind.SYSTEM || actor.may(RefundLimits.PERMISSION) ? List.of()
            : List.of(Objection.to(EnteredRefund.CHOICE, "rtn.objection.refund.permission"));
    }
}
