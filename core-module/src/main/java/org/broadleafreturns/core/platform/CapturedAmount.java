package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Money that was taken with one transaction of a payment.
 *
 * @param transactionId the platform's identifier of the transaction, the parent of its refunds
 * @param amount what was taken
 * @param returned what the platform records as refunded or voided of it
 */
@ForIntegrators
public record CapturedAmount(Long transactionId, BigDecimal amount, BigDecimal returned) {

    /** What is left of it; never negative. */
    public BigDecimal left() {
        return amount.subtract(returned).max(BigDecimal.ZERO);
    }
}
