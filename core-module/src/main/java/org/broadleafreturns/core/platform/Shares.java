package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** An amount that is shared out by weights; the shares come to it to the last digit, and none has another sign. */
final class Shares {

    private Shares() {
    }

    /**
     * Each share reaches from what those before it come to, rounded, to what they come to with its own; so the last one has what is left.
     *
     * @param weights none negative; where all are zero, each counts the same
     * @param digits behind the point
     */
    static List<BigDecimal> of(BigDecimal amount, List<BigDecimal> weights, int digits) {
        BigDecimal all = sum(weights);
        if (all.signum() == 0) {
            return weights.isEmpty() ? List.of() : of(amount, weights.stream().map(weight -> BigDecimal.ONE).toList(), digits);
        }
        List<BigDecimal> shares = new ArrayList<>();
        BigDecimal given = BigDecimal.ZERO.setScale(digits);
        BigDecimal reached = BigDecimal.ZERO;
        for (BigDecimal weight : weights) {
            reached = reached.add(weight);
            BigDecimal upTo = amount.multiply(reached).divide(all, digits, RoundingMode.HALF_UP);
            shares.add(upTo.subtract(given));
            given = upTo;
        }
        return shares;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
