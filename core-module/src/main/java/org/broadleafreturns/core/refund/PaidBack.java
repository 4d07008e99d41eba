package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import org.broadleafreturns.core.platform.OrderPaid;

/**
 * What of a refund goes to one payment.
 *
 * @param elsewhere how it was paid back; null if its gateway is to be asked
 */
record PaidBack(PaymentLeft payment, BigDecimal amount, MadeElsewhere elsewhere) {

    OrderPaid paid() {
        return payment.paid();
    }

    RefundMeans means() {
        return elsewhere == null ? RefundMeans.GATEWAY : elsewhere.means();
    }
}
