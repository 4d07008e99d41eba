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

    private final Refunds refunds;
    private final RefundLimits limits;

    RefundPermission(Refunds refunds, RefundLimits limits) {
        this.refunds = refunds;
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
        BigDecimal before = Optional.ofNullable(refunds.sumBy(requestId, actor.id())).orElse(BigDecimal.ZERO);
        return before.add(entered.amounts().total()).compareTo(limit.get()) <= 0 ? List.of()
            : List.of(Objection.to(EnteredRefund.CHOICE, "rtn.objection.refund.limit", entered.basis().amount(limit.get()),
                entered.basis().amount(before)));
    }

    /** The same of what has failed and is to be tried again, whoever has decided it. */
    List<Objection> objectionsToAgain(Actor actor, Refund refund, RefundPayment part) {
        List<Objection> objections = objections(actor);
        Optional<BigDecimal> limit = objections.isEmpty() ? limits.of(actor) : Optional.empty();
        if (limit.isEmpty() || refund.isInForce() && actor.id() != null && actor.id().equals(refund.getActorId())) {
            // What is in force counts already.
            return objections;
        }
        BigDecimal before = Optional.ofNullable(refunds.sumBy(refund.getRequestId(), actor.id())).orElse(BigDecimal.ZERO);
        BigDecimal added = refund.isInForce() ? part.getAmount() : refund.getTotal();
        Currency currency = Currency.getInstance(refund.getCurrency());
        return before.add(added).compareTo(limit.get()) <= 0 ? List.of() : List.of(Objection.general("rtn.objection.refund.limit",
            new Amount(limit.get(), currency), new Amount(before, currency)));
    }

    /** Whether somebody may refund at all. The system does what it was told. */
    List<Objection> objections(Actor actor) {
        return actor.kind() == Actor.Kind.SYSTEM || actor.may(RefundLimits.PERMISSION) ? List.of()
            : List.of(Objection.to(EnteredRefund.CHOICE, "rtn.objection.refund.permission"));
    }
}
