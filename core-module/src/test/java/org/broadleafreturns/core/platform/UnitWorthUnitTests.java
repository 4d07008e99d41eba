package org.broadleafreturns.core.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitWorthUnitTests {

    @ParameterizedTest(name = "of {1} for {0}: {3} after {2} are {5}")
    @CsvSource({
        // Seven for a price that does not divide.
        "100.00, 7, 0, 1, 2, 14.29", "100.00, 7, 1, 1, 2, 14.28", "100.00, 7, 2, 1, 2, 14.29", "100.00, 7, 3, 1, 2, 14.28",
        "100.00, 7, 4, 1, 2, 14.29", "100.00, 7, 5, 1, 2, 14.28", "100.00, 7, 6, 1, 2, 14.29",
        "100.00, 7, 0, 3, 2, 42.86", "100.00, 7, 3, 4, 2, 57.14", "100.00, 7, 0, 7, 2, 100.00",
        // Yen have no digits, Kuwaiti dinars three.
        "1000, 3, 0, 1, 0, 333", "1000, 3, 1, 1, 0, 334", "1000, 3, 2, 1, 0, 333",
        "10.000, 3, 0, 1, 3, 3.333", "10.000, 3, 1, 1, 3, 3.334", "10.000, 3, 2, 1, 3, 3.333",
        // Three for 60.58 with a discount and tax in it.
        "60.58, 3, 0, 1, 2, 20.19", "60.58, 3, 1, 1, 2, 20.20", "60.58, 3, 2, 1, 2, 20.19", "60.58, 3, 1, 2, 2, 40.39",
        // Nothing was paid, or nothing is counted.
        "0.00, 4, 1, 2, 2, 0.00", "19.90, 2, 1, 0, 2, 0.00", "0.01, 3, 0, 1, 2, 0.00", "0.01, 3, 1, 1, 2, 0.01", "0.01, 3, 2, 1, 2, 0.00"
    })
    void areWhatTheTableSays(BigDecimal paid, int quantity, int before, int units, int digits, BigDecimal worth) {
        assertThat(UnitWorth.of(paid, quantity, before, units, digits)).isEqualTo(worth);
    }

    @Test
    void thereAreNoMoreUnitsThanWerePaidFor() {
        assertThatThrownBy(() -> UnitWorth.of(BigDecimal.TEN, 2, 1, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UnitWorth.of(BigDecimal.TEN, 2, -1, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UnitWorth.of(BigDecimal.TEN, 2, Integer.MAX_VALUE, 1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    /** In however many returns they come back, and in which order. */
    @Property
    void allUnitsAreWorthWhatWasPaid(@ForAll("lines") Line line) {
        int before = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (int units : line.returns()) {
            BigDecimal worth = UnitWorth.of(line.paid(), line.quantity(), before, units, line.digits());
            assertThat(worth).isBetween(BigDecimal.ZERO, line.paid());
            assertThat(worth.scale()).isEqualTo(line.digits());
            before += units;
            sum = sum.add(worth);
            assertThat(sum).isLessThanOrEqualTo(line.paid());
        }
        assertThat(sum).isEqualTo(line.paid());
    }

    /** One unit differs from another by no more than the currency's smallest amount. */
    @Property
    void unitsAreWorthTheSameToTheLastDigit(@ForAll("lines") Line line) {
        List<BigDecimal> each = Stream.iterate(0, before -> before < line.quantity(), before -> before + 1)
            .map(before -> UnitWorth.of(line.paid(), line.quantity(), before, 1, line.digits())).toList();

        assertThat(each.stream().max(BigDecimal::compareTo).orElseThrow().subtract(each.stream().min(BigDecimal::compareTo).orElseThrow()))
            .isLessThanOrEqualTo(BigDecimal.ONE.movePointLeft(line.digits()));
    }

    @Provide
    Arbitrary<Line> lines() {
        Arbitrary<List<Integer>> returns = Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(6);
        return Combinators.combine(Arbitraries.longs().between(0, 10_000_000), Arbitraries.of(0, 2, 3), returns)
            .as((amount, digits, units) -> new Line(BigDecimal.valueOf(amount, digits), digits, units));
    }

    /**
     * A line of which all units come back.
     *
     * @param returns how many with each
     */
    record Line(BigDecimal paid, int digits, List<Integer> returns) {

        int quantity() {
            return returns.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Of three units for 10.00 the second was refunded; the first had failed. */
    @Test
    void whatFailedBetweenOthersDoesNotAddACent() {
        BigDecimal paid = new BigDecimal("10.00");
        BigDecimal second = UnitWorth.of(paid, 3, 1, 1, 2);

        BigDecimal next = UnitWorth.after(paid, 3, 1, second, 1, 2);
        BigDecimal last = UnitWorth.after(paid, 3, 2, second.add(next), 1, 2);

        assertThat(second.add(next).add(last)).isEqualByComparingTo(paid);
        assertThat(UnitWorth.after(new BigDecimal("3"), 6, 3, new BigDecimal("3"), 1, 0)).isZero();
    }
}
