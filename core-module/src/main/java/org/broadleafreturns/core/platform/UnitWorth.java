package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What units of a line are worth of which several were paid together. Of a line of <i>q</i> units that was paid <i>p</i>, the <i>n</i>
 * units after <i>k</i> are worth round(p × (k + n) / q) − round(p × k / q): the order of returns does not matter, and all units are
 * worth <i>p</i> to the last digit.
 */
public final class UnitWorth {

    private UnitWorth() {
    }

    /**
     * What so many units are worth.
     *
     * @param paid for all units of the line
     * @param quantity how many units that was for
     * @param before how many of them were counted before
     * @param units how many are counted now
     * @param digits behind the point
     * @throws IllegalArgumentException if there are not so many units
     */
    public static BigDecimal of(BigDecimal paid, int quantity, int before, int units, int digits) {
        if (before < 0 || units < 0 || (long) before + units > quantity) {
            throw new IllegalArgumentException(units + " units after " + before + " of a line of " + quantity);
        }
        return upTo(paid, quantity, before + units, digits).subtract(upTo(paid, quantity, before, digits));
    }

    /**
     * The same where what was counted before has come to something else than those units are worth.
     *
     * @param counted what they came to
     * @return never negative
     */
    public static BigDecimal after(BigDecimal paid, int quantity, int before, BigDecimal counted, int units, int digits) {
        BigDecimal all = of(paid, quantity, before, units, digits).add(upTo(paid, quantity, before, digits));
        return all.subtract(counted).max(BigDecimal.ZERO).setScale(digits, RoundingMode.DOWN);
    }

    private static BigDecimal upTo(BigDecimal paid, int quantity, int units, int digits) {
        return units == 0 ? BigDecimal.ZERO.setScale(digits)
            : paid.multiply(BigDecimal.valueOf(units)).divide(BigDecimal.valueOf(quantity), digits, RoundingMode.HALF_UP);
    }
}
