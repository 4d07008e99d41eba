package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.OrderPaid;

/**
 * What can still be refunded to a payment: what was captured, without what the platform records as refunded or voided, and without what
 * is on its way or may be.
 *
 * @param number which of the order's payments it is: 1, 2, 3 …
 * @param openByCapture what is on its way, by identifier of the transaction that took the money
 */
record PaymentLeft(int number, OrderPaid paid, Map<Long, BigDecimal> openByCapture) {

    PaymentLeft {
        openByCapture = Map.copyOf(openByCapture);
    }

    BigDecimal of(CapturedAmount capture) {
        return capture.left().subtract(openByCapture.getOrDefault(capture.transactionId(), BigDecimal.ZERO)).max(BigDecimal.ZERO);
    }

    BigDecimal left() {
        return paid.captures().stream().map(this::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * What can still be refunded over all payments of an order.
     *
     * @param vouchers what its vouchers come to that can be used, or were: they count like money, and no payment knows of them
     */
    static BigDecimal cap(Collection<PaymentLeft> payments, BigDecimal vouchers) {
        return payments.stream().map(PaymentLeft::left).reduce(BigDecimal.ZERO, BigDecimal::add).subtract(vouchers).max(BigDecimal.ZERO);
    }

    /** Whether its gateway can be asked. */
    boolean isThroughGateway() {
        return paid.obstacle() == null;
    }
}
