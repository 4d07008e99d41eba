package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.OrderPaid;
import org.broadleafreturns.core.platform.PaidLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Of three ferns of 20.00 one was refunded, with 5.00 on top: 35.00 are left for the two others. */
class OtherwiseRefundUnitTests {

    private static final long FERN = 11;

    static Stream<RefundRules> rules() {
        return Stream.of(RefundRules.VOLUNTARY, new RefundRules(true, false, null));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatWasPaidBackOtherwiseIsProposedWhereThePaymentsDoNotReach(RefundRules rules) {
        EnteredRefund entered = read(Map.of(), rules, "60", "25", "5");

        assertThat(entered.objections()).isEmpty();
        assertThat(entered.amounts().otherwise()).isEqualByComparingTo("5");
        assertThat(entered.amounts().deductions()).as("neither loss of value nor a fee").isZero();
        assertThat(entered.amounts().total()).isEqualByComparingTo("35");
    }

    @ParameterizedTest
    @CsvSource({"refund[1], 1", "refund.wear, 5"})
    void nothingOfItIsProposedWhereTheyReach(String input, String value) {
        EnteredRefund entered = read(Map.of(input, value, "refund.reason", "Wilted"), RefundRules.VOLUNTARY, "60", "25", "5");

        assertThat(entered.objections()).isEmpty();
        assertThat(entered.amounts().otherwise()).isZero();
    }

    @Test
    void noMoreIsTakenOffThanWasPaidBackSo() {
        assertThat(fields(read(Map.of("refund.otherwise", "5.01"), RefundRules.VOLUNTARY, "60", "25", "5")))
            .containsExactly("refund.otherwise");
        assertThat(read(Map.of("refund[1]", "1", "refund.otherwise", "5"), RefundRules.VOLUNTARY, "60", "25", "5").amounts().total())
            .isEqualByComparingTo("15");
    }

    @Test
    void whoTakesOffNothingGetsNoMoreThanIsLeft() {
        assertThat(fields(read(Map.of("refund.otherwise", "0"), RefundRules.VOLUNTARY, "60", "25", "5"))).containsExactly("refund");
        assertThat(fields(read(Map.of("refund.goodwill", "1"), RefundRules.VOLUNTARY, "60", "25", "5"))).containsExactly("refund");
    }

    /** Nobody has the rest: it would be a false thing to tell. */
    @Test
    void whatWasNeverCapturedWasNotPaidBackEither() {
        assertThat(fields(read(Map.of(), RefundRules.VOLUNTARY, "55", "20", "0"))).containsExactly("refund");
    }

    @Test
    void whereNothingIsLeftNothingIsRefunded() {
        assertThat(read(Map.of(), RefundRules.VOLUNTARY, "60", "60", "40").objections()).extracting(Objection::code)
            .containsExactly("rtn.objection.refund.nothingLeft");
    }

    private static List<String> fields(EnteredRefund entered) {
        return entered.objections().stream().map(Objection::field).toList();
    }

    private static EnteredRefund read(Map<String, String> inputs, RefundRules rules, String captured, String returned, String otherwise) {
        OrderMoney money = new OrderMoney(1L, Currency.getInstance("EUR"), Map.of(FERN, new PaidLine(FERN, 3, new BigDecimal("60.00"),
            BigDecimal.ZERO, BigDecimal.ZERO)), BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("60.00"));
        PaymentLeft payment = new PaymentLeft(1, new OrderPaid(5L, "CREDIT_CARD", "DEMO", "4242",
            List.of(new CapturedAmount(7L, new BigDecimal(captured), new BigDecimal(returned))), null), Map.of());
        RefundBasis basis = new RefundBasis(money, List.of(payment), Map.of(FERN, 1), Map.of(FERN, new BigDecimal("20.00")), Map.of(1L, 1),
            BigDecimal.ZERO, Map.of(), BigDecimal.ZERO, new BigDecimal(otherwise), 2);
        return EnteredRefund.read(inputs, List.of(new AcceptedUnits(1L, FERN, "Fern", 3, 0)), basis, RefundSoFar.NOTHING,
            LocalDate.of(2026, 3, 20), rules, VoucherTerms.NONE);
    }
}
