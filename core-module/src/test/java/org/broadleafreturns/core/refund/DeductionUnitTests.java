package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.OrderPaid;
import org.broadleafreturns.core.platform.PaidLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be taken off where units never left the shop or stay with the customer: an order of four ferns of 10.00, with a delivery. */
class DeductionUnitTests {

    private static final long FERN = 11;

    @ParameterizedTest
    @ValueSource(strings = {"refund.wear", "refund.postage", "refund.fee"})
    void nothingIsTakenOffUnitsThatNeverLeft(String deduction) {
        assertThat(read(deduction, "0.01", 2, 0, 4, "0").objections()).containsExactly(
            Objection.to(deduction, "rtn.objection.refund.neverLeft"));
        assertThat(read(deduction, "0.01", 2, 2, 0, "0").objections()).as("kept by the customer").containsExactly(
            Objection.to(deduction, "rtn.objection.refund.neverLeft"));
        assertThat(read(deduction, "0", 2, 2, 4, "0").objections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // accepted, kept, unshipped, taken off before, most
        "4, 0, 3, 0,    10.00",
        "4, 3, 0, 0,    10.00",
        "4, 1, 2, 0,    20.00",
        "4, 3, 0, 4.00, 6.00"})
    void whereSomeNeverLeftAtMostWhatTheOthersAreWorthIsTakenOff(int accepted, int kept, int unshipped, String before, BigDecimal most) {
        assertThat(read("refund.wear", most.toPlainString(), accepted, kept, unshipped, before).objections()).isEmpty();
        assertThat(read("refund.wear", most.add(new BigDecimal("0.01")).toPlainString(), accepted, kept, unshipped, before).objections())
            .singleElement().satisfies(objection -> {
                assertThat(objection.field()).isEqualTo("refund.wear");
                assertThat(objection.code()).isEqualTo("rtn.objection.refund.neverLeft.some");
                assertThat(objection.arguments().get(0).toString()).contains(most.stripTrailingZeros().toPlainString());
            });
    }

    @Test
    void whereAllCameAllThatIsRefundedCanBeTakenOff() {
        assertThat(read("refund.wear", "19.99", 2, 0, 2, "0").objections()).isEmpty();
    }

    private static EnteredRefund read(String deduction, String amount, int accepted, int kept, int unshipped, String before) {
        Map<Long, PaidLine> lines = new HashMap<>();
        lines.put(FERN, new PaidLine(FERN, 4, new BigDecimal("40.00"), BigDecimal.ZERO, BigDecimal.ZERO));
        OrderMoney money = new OrderMoney(1L, Currency.getInstance("EUR"), lines, new BigDecimal("6.90"), BigDecimal.ZERO,
            new BigDecimal("46.90"));
        PaymentLeft payment = new PaymentLeft(1, new OrderPaid(5L, "CREDIT_CARD", "DEMO", "4242",
            List.of(new CapturedAmount(7L, new BigDecimal("46.90"), BigDecimal.ZERO)), null), Map.of());
        RefundBasis basis = new RefundBasis(money, List.of(payment), Map.of(), Map.of(), Map.of(), BigDecimal.ZERO, Map.of(),
            BigDecimal.ZERO, BigDecimal.ZERO, 2);
        return EnteredRefund.read(Map.of(deduction, amount, "refund.reason", "Wilted", "refund.goodwill", "1"),
            List.of(new AcceptedUnits(1L, FERN, "Fern", accepted, kept)), basis,
            new RefundSoFar(false, false, new BigDecimal(before), unshipped == 0 ? Map.of() : Map.of(FERN, unshipped), false),
            LocalDate.of(2026, 3, 20), RefundRules.VOLUNTARY, VoucherTerms.NONE);
    }
}
