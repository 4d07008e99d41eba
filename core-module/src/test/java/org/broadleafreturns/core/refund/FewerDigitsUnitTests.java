package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.OrderPaid;
import org.broadleafreturns.core.platform.PaidLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders in Kuwaiti dinars, which have three digits, in a shop whose column for the amount of a transaction keeps fewer of them. */
class FewerDigitsUnitTests {

    private static final long FERN = 11;
    private static final long PALM = 12;

    @ParameterizedTest(name = "of {1} for {0}: {3} after {2}, which came to {4}, are {6} in {5} digits")
    @CsvSource({
        // Never more than was paid, to the last digit that can be paid back.
        "1.005, 1, 0, 1, 0.00, 2, 1.00", "1.009, 1, 0, 1, 0.00, 2, 1.00", "1.010, 1, 0, 1, 0.00, 2, 1.01", "9.999, 1, 0, 1, 0.00, 0, 9",
        // Three units, one after the other and together.
        "10.009, 3, 0, 1, 0.00, 2, 3.33", "10.009, 3, 1, 1, 3.33, 2, 3.34", "10.009, 3, 2, 1, 6.67, 2, 3.33",
        "10.009, 3, 0, 3, 0.00, 2, 10.00",
        // What was rounded up before is made up for.
        "2.009, 2, 1, 1, 1.01, 2, 0.99",
        // Where all digits can be paid back, they are.
        "1.005, 1, 0, 1, 0.000, 3, 1.005", "10.009, 3, 0, 1, 0.000, 3, 3.336", "10.009, 3, 1, 1, 3.336, 3, 3.337",
        "10.009, 3, 2, 1, 6.673, 3, 3.336"
    })
    void unitsAreWorthWhatTheTableSays(BigDecimal paid, int quantity, int before, int units, BigDecimal counted, int digits,
            BigDecimal worth) {
        RefundBasis basis = basis(Map.of(FERN, new PaidLine(FERN, quantity, paid, BigDecimal.ZERO, BigDecimal.ZERO)), paid,
            Map.of(FERN, before), Map.of(FERN, counted), digits);

        assertThat(basis.worth(FERN, units)).isEqualTo(worth);
    }

    @Test
    void whatIsProposedOfAWholeOrderIsNotMoreThanWasCaptured() {
        Map<Long, PaidLine> lines = new HashMap<>();
        lines.put(FERN, new PaidLine(FERN, 1, new BigDecimal("1.005"), BigDecimal.ZERO, BigDecimal.ZERO));
        lines.put(PALM, new PaidLine(PALM, 2, new BigDecimal("2.005"), BigDecimal.ZERO, BigDecimal.ZERO));
        RefundBasis basis = basis(lines, new BigDecimal("3.01"), Map.of(), Map.of(), 2);

        EnteredRefund entered = EnteredRefund.read(Map.of(), List.of(new AcceptedUnits(1L, FERN, "Fern", 1, 0),
            new AcceptedUnits(2L, PALM, "Palm", 2, 0)), basis, RefundSoFar.NOTHING, LocalDate.of(2026, 3, 20), RefundRules.VOLUNTARY,
            VoucherTerms.NONE);

        assertThat(entered.objections()).isEmpty();
        assertThat(entered.amounts().total()).isEqualByComparingTo("3.00");
    }

    private static RefundBasis basis(Map<Long, PaidLine> lines, BigDecimal captured, Map<Long, Integer> refunded,
            Map<Long, BigDecimal> worth, int digits) {
        OrderMoney money = new OrderMoney(1L, Currency.getInstance("KWD"), lines, BigDecimal.ZERO, BigDecimal.ZERO, captured);
        PaymentLeft payment = new PaymentLeft(1, new OrderPaid(5L, "CREDIT_CARD", "DEMO", "4242",
            List.of(new CapturedAmount(7L, captured, BigDecimal.ZERO)), null), Map.of());
        return new RefundBasis(money, List.of(payment), refunded, worth, Map.of(), BigDecimal.ZERO, Map.of(), BigDecimal.ZERO,
            BigDecimal.ZERO, digits);
    }
}
