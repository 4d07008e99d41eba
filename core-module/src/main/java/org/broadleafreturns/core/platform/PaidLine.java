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

    /**
     * What units cost that come after others. An order that was reduced since has fewer units than are asked for: those that it has
     * are counted.
     *
     * @param digits behind the point
     */
    public BigDecimal worth(int before, int units, int digits) {
        if (quantity <= 0) {
            return BigDecimal.ZERO;
        }
        int counted = Math.min(units, quantity);
        return UnitWorth.of(paid(), quantity, Math.min(before, quantity - counted), counted, digits);
    }
}
