package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What was really paid for one line of an order, in the order's currency; of a part of a set, its share of what the set cost.
 *
 * @param itemId the identifier of the platform's order item
 * @param quantity how many units that was for
 * @param price of all units before any discount
 * @param discount what item and order discounts took off all of them; never negative
 * @param tax that was added to them; zero where the price contains it
 */
@ForIntegrators
public record PaidLine(Long itemId, int quantity, BigDecimal price, BigDecimal discount, BigDecimal tax) {

    /** What all units cost in the end. */
    public BigDecimal paid() {
        return price.subtract(discount).add(tax);
    }
}
