package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.broadleafreturns.core.kernel.Amount;

/**
 * What the law has to say of a refund (directive 2011/83/EU, articles 13 and 14), as the shop stands to it.
 *
 * @param withdrawal whether the return follows a withdrawal from the contract
 * @param postageTold whether the shop has told consumers that they bear what sending goods back costs
 * @param standardDelivery the price of the cheapest standard delivery, which says nothing of orders in another currency; null for
 *     what was paid
 */
record RefundRules(boolean withdrawal, boolean postageTold, Amount standardDelivery) {

    /** Of a return that the shop takes because it wants to. */
    static final RefundRules VOLUNTARY = new RefundRules(false, false, null);

    /**
     * What is proposed of the outward delivery: on a withdrawal from the whole order, over all its returns, what was paid for it up to
     * the price of the cheapest standard delivery, without what was refunded; else nothing.
     *
     * @param acceptedByItem how many units this return accepts, by identifier of the order item
     */
    BigDecimal delivery(RefundBasis basis, Map<Long, Integer> acceptedByItem) {
        if (!withdrawal || !basis.isWhole(acceptedByItem)) {
            return BigDecimal.ZERO;
        }
        BigDecimal paid = basis.money().delivery();
        BigDecimal owed = standardDelivery == null || !standardDelivery.currency().equals(basis.money().currency()) ? paid
            : paid.min(standardDelivery.value());
        return owed.subtract(basis.deliveryRefunded()).max(BigDecimal.ZERO).min(basis.deliveryLeft())
            .setScale(basis.digits(), RoundingMode.DOWN);
    }
}
