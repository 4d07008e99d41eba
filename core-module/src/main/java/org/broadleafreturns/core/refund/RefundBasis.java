package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.PaidLine;
import org.broadleafreturns.core.platform.UnitWorth;

/**
 * What a refund of a return is reckoned from, as it is at this moment.
 *
 * @param money what was paid for the order
 * @param payments by which, in the order in which they are paid back
 * @param refundedByItem units of each order item that count as refunded, in whichever return
 * @param worthByItem what was refunded for these
 * @param refundedByLine the units of this return's lines
 * @param deliveryRefunded what of the outward delivery counts as refunded, over all returns
 * @param acceptedElsewhere units of each order item that the order's other returns accept or have refunded; asked for withdrawals alone
 * @param vouchers what the order's vouchers come to that can be used, or were
 * @param paidOtherwise what was paid back of the order beyond what its refunds were for: goodwill, and what is no refund of a return
 * @param digits behind the point, of what can be paid back
 */
record RefundBasis(OrderMoney money, List<PaymentLeft> payments, Map<Long, Integer> refundedByItem,
        Map<Long, BigDecimal> worthByItem, Map<Long, Integer> refundedByLine, BigDecimal deliveryRefunded,
        Map<Long, Integer> acceptedElsewhere, BigDecimal vouchers, BigDecimal paidOtherwise,
        int digits) {

    RefundBasis {
        payments = List.copyOf(payments);
        refundedByItem = Map.copyOf(refundedByItem);
        worthByItem = Map.copyOf(worthByItem);
        refundedByLine = Map.copyOf(refundedByLine);
        acceptedElsewhere = Map.copyOf(acceptedElsewhere);
    }

    /** What can still be refunded of the order, over all payments and without its vouchers: no refund is greater. */
    BigDecimal cap() {
        return PaymentLeft.cap(payments, vouchers);
    }

    /**
     * What of an amount was paid back otherwise: what goes beyond all that can still be refunded, as far as that was paid for no unit and
     * no delivery. Nothing where nothing is left at all.
     */
    BigDecimal otherwise(BigDecimal amount) {
        return cap().signum() == 0 ? BigDecimal.ZERO : amount.subtract(cap()).min(paidOtherwise).max(BigDecimal.ZERO);
    }

    /** How many units of a line can be refunded now, of so many that were accepted. */
    int most(Long lineId, Long orderItemId, int accepted) {
        PaidLine paid = money.lines().get(orderItemId);
        int ordered = paid == null ? 0 : paid.quantity() - refundedByItem.getOrDefault(orderItemId, 0);
        return Math.max(0, Math.min(accepted - refundedByLine.getOrDefault(lineId, 0), ordered));
    }

    /**
     * What the next units of an order item are worth. Others before them may have failed since, so that what was refunded is not what the
     * first units are worth: the next ones make up for it, so that all of them come to what was paid.
     */
    BigDecimal worth(Long orderItemId, int units) {
        PaidLine paid = money.lines().get(orderItemId);
        return paid == null || units == 0 ? BigDecimal.ZERO
            : UnitWorth.after(payable(paid.paid()), paid.quantity(), refundedByItem.getOrDefault(orderItemId, 0),
                worthByItem.getOrDefault(orderItemId, BigDecimal.ZERO), units, digits);
    }

    /** Where fewer digits can be paid back than the currency has, what is rounded up line by line is more than what was captured. */
    private BigDecimal payable(BigDecimal paid) {
        return digits < money.digits() ? paid.setScale(digits, RoundingMode.DOWN) : paid;
    }

    /** What of the outward delivery was paid and is not refunded. */
    BigDecimal deliveryLeft() {
        return money.delivery().subtract(deliveryRefunded).max(BigDecimal.ZERO).setScale(digits, RoundingMode.DOWN);
    }

    /** Whether all that was ordered is accepted, over all returns, where this one accepts so many units of each order item. */
    boolean isWhole(Map<Long, Integer> acceptedByItem) {
        return money.lines().values().stream().allMatch(line ->
            acceptedElsewhere.getOrDefault(line.itemId(), 0) + acceptedByItem.getOrDefault(line.itemId(), 0) >= line.quantity());
    }

    Amount amount(BigDecimal value) {
        return new Amount(value, money.currency());
    }
}
