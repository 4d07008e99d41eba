package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What a refund is made of, in the order's currency. Public for the templates.
 *
 * @param goods what the units are worth
 * @param delivery of the outward delivery
 * @param wear taken off for loss of value
 * @param postage taken off for the return's postage
 * @param fee taken off for whatever else the shop has told of
 * @param deductionReason what the shopper reads of that, or null
 * @param otherwise what of it was paid back before, by something that paid for none of these units, such as goodwill
 * @param goodwill on top
 */
@ForIntegrators
public record RefundAmounts(BigDecimal goods, BigDecimal delivery, BigDecimal wear, BigDecimal postage, BigDecimal fee,
        String deductionReason, BigDecimal otherwise, BigDecimal goodwill) {

    /** All that is taken off. What was paid back otherwise is not: the shopper has it. */
    public BigDecimal deductions() {
        return wear.add(postage).add(fee);
    }

    /** What the shopper gets. */
    public BigDecimal total() {
        return goods.add(delivery).subtract(deductions()).subtract(otherwise).add(goodwill);
    }
}
