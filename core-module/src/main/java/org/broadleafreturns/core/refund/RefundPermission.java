package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.ShopCurrency;

/** Who may refund, and how much on one return. */
class RefundPermission {

    private final RefundPayments payments;
    private final RefundVouchers vouchers;
    private final RefundLimits limits;
    private final ShopCurrency currency;

    RefundPermission(RefundPayments payments, RefundVouchers vouchers, RefundLimits limits, ShopCurrency currency) {
        this.payments = payments;
        this.vouchers = vouchers;
        this.limits = limits;
        this.currency = currency;
    }

    /** What stands against somebody's refunding that. */
    List<Objection> objections(Actor actor, Long requestId, EnteredRefund entered) {
        List<Objection> objections = objections(actor);
        return objections.isEmpty() ? objectionsToMore(actor, requestId, EnteredRefund.CHOICE,
            entered.basis().amount(entered.amounts().total())) : objections;
    }

    /** The same of a part that has failed and is to be tried again, or was paid back elsewhere since: it counts for whoever does that. */
    List<Objection> objectionsToAgain(Actor actor, Refund refund, RefundPayment part) {
        List<Objection> objections = objections(actor);
        return objections.isEmpty() ? objectionsToMore(actor, refund.getRequestId(), "",
            new Amount(part.getAmount(), Currency.getInstance(refund.getCurrency()))) : objections;
    }

    /** A limit is an amount of the shop's currency, and says nothing of any other. */
    private List<Objection> objectionsToMore(Actor actor, Long requestId, String field, Amount more) {
        Optional<BigDecimal> set = limits.of(actor);
        if (set.isEmpty()) {
            return List.of();
        }
        Amount limit = new Amount(set.get(), currency.now());
        if (!limit.currency().equals(more.currency())) {
            return List.of(Objection.to(field, "rtn.objection.refund.limit.currency", limit, more.code()));
        }
        Amount before = new Amount(before(requestId, actor), limit.currency());
        return before.plus(more).value().compareTo(limit.value()) <= 0 ? List.of()
            : List.of(Objection.to(field, "rtn.objection.refund.limit", limit, before));
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
