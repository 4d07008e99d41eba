package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the platform's pricing has left of an order item. How each unit was priced it keeps too, but in tables of which no database has
 * an index that leads there.
 *
 * @param price of one unit in the end, rounded; may be null
 * @param retail of one unit before any discount; may be null
 * @param sale the lower price of one unit that the catalogue had; may be null
 */
record PricedItem(Long id, int quantity, BigDecimal price, BigDecimal retail, BigDecimal sale) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** What all units cost after the item's discounts and before those of the order, as exactly as the price of one tells. */
    BigDecimal total(int digits) {
        return times(price == null ? listed() : price, quantity, digits);
    }

    /** By how much that can be wrong. */
    BigDecimal roundedOff(int digits) {
        return BigDecimal.valueOf(quantity).movePointLeft(digits).divide(TWO).setScale(digits, RoundingMode.DOWN);
    }

    /** Whether nothing says what it cost. */
    boolean isUnpriced() {
        return price == null && listed() == null;
    }

    /**
     * By how much less so many units went than the catalogue said then. A lower price of the catalogue is no discount.
     *
     * @param amount what they went for
     */
    BigDecimal discount(int units, BigDecimal amount, int digits) {
        return listed() == null ? rounded(null, digits) : times(listed(), units, digits).subtract(amount).max(rounded(null, digits));
    }

    private BigDecimal listed() {
        if (retail == null || sale == null) {
            return retail == null ? sale : retail;
        }
        return sale.min(retail);
    }

    private static BigDecimal times(BigDecimal unit, int units, int digits) {
        return rounded(unit == null ? null : unit.multiply(BigDecimal.valueOf(units)), digits);
    }

    /** An amount with the currency's digits; nothing for none. */
    static BigDecimal rounded(BigDecimal amount, int digits) {
        return (amount == null ? BigDecimal.ZERO : amount).setScale(digits, RoundingMode.HALF_UP);
    }
}
