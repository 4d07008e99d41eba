package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.OrderPaid;
import org.broadleafreturns.core.platform.PaidLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the law says of a refund after a withdrawal: an order of two ferns and a pot, with a delivery of 6.90. */
class WithdrawalRefundUnitTests {

    private static final long FERN = 11;
    private static final long POT = 12;
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final RefundRules WITHDRAWAL = new RefundRules(true, false, null);

    @Test
    void noFeeIsTakenOff() {
        assertThat(fields(read(Map.of("refund.fee", "1", "refund.reason", "restocking"), 2, 1, WITHDRAWAL))).containsExactly("refund.fee");
        assertThat(fields(read(Map.of("refund.fee", "1", "refund.reason", "restocking"), 2, 1, RefundRules.VOLUNTARY))).isEmpty();
    }

    @Test
    void lossOfValueNeedsASentence() {
        assertThat(fields(read(Map.of("refund.wear", "1"), 2, 1, WITHDRAWAL))).containsExactly("refund.reason");
        assertThat(fields(read(Map.of("refund.wear", "1", "refund.reason", "It was planted"), 2, 1, WITHDRAWAL))).isEmpty();
    }

    /** A consumer who has paid it bears it already. */
    @ParameterizedTest
    @CsvSource({
        "true,  true,",
        "true,  false, rtn.objection.refund.withdrawal.postage.theirs",
        "false, true,  rtn.objection.refund.withdrawal.postage",
        "false, false, rtn.objection.refund.withdrawal.postage"})
    void returnPostageIsTakenOffOnlyIfConsumersWereToldAndTheShopHasPaidIt(boolean told, boolean paid, String objection) {
        RefundSoFar soFar = new RefundSoFar(false, false, BigDecimal.ZERO, Map.of(), paid);
        Map<String, String> inputs = Map.of("refund.postage", "1");

        assertThat(read(inputs, 2, 1, new RefundRules(true, told, null), basis(Map.of(), BigDecimal.ZERO), soFar).objections())
            .extracting(Objection::code).isEqualTo(objection == null ? List.of() : List.of(objection));
        assertThat(fields(read(inputs, 2, 1, RefundRules.VOLUNTARY))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // ferns, pots, elsewhere, standard, of the shop whose currency is, refunded, delivery
        "2, 1, 0, ,     EUR, 0,    6.90",
        "2, 1, 0, 4.90, EUR, 0,    4.90",
        "2, 1, 0, 9.90, EUR, 0,    6.90",
        "2, 1, 0, 4.90, EUR, 2.00, 2.90",
        "2, 1, 0, 4.90, EUR, 5.00, 0.00",
        "2, 1, 0, 4.90, CHF, 0,    6.90",
        "2, 0, 0, ,     EUR, 0,    0.00",
        "1, 1, 0, ,     EUR, 0,    0.00",
        "1, 1, 1, ,     EUR, 0,    6.90"})
    void outwardDeliveryIsProposedWhereTheWholeOrderIsWithdrawnFrom(int ferns, int pots, int elsewhere, BigDecimal standard,
            String currency, BigDecimal refunded, BigDecimal delivery) {
        RefundBasis basis = basis(Map.of(FERN, elsewhere), refunded);
        Amount price = standard == null ? null : new Amount(standard, Currency.getInstance(currency));

        EnteredRefund entered = read(Map.of(), ferns, pots, new RefundRules(true, false, price), basis);

        assertThat(entered.amounts().delivery()).isEqualByComparingTo(delivery);
    }

    @Test
    void whoEntersAnotherDeliveryGetsThat() {
        assertThat(read(Map.of("refund.delivery", "0"), 2, 1, WITHDRAWAL).amounts().delivery()).isZero();
        assertThat(read(Map.of("refund.delivery", "3"), 1, 0, WITHDRAWAL).amounts().delivery()).isEqualByComparingTo("3");
    }

    @Test
    void noneIsProposedOfVoluntaryReturns() {
        assertThat(read(Map.of(), 2, 1, RefundRules.VOLUNTARY).amounts().delivery()).isZero();
    }

    private static List<String> fields(EnteredRefund entered) {
        return entered.objections().stream().map(Objection::field).toList();
    }

    private static EnteredRefund read(Map<String, String> inputs, int ferns, int pots, RefundRules rules) {
        return read(inputs, ferns, pots, rules, basis(Map.of(), BigDecimal.ZERO));
    }

    private static EnteredRefund read(Map<String, String> inputs, int ferns, int pots, RefundRules rules, RefundBasis basis) {
        return read(inputs, ferns, pots, rules, basis, RefundSoFar.NOTHING);
    }

    private static EnteredRefund read(Map<String, String> inputs, int ferns, int pots, RefundRules rules, RefundBasis basis,
            RefundSoFar soFar) {
        return EnteredRefund.read(inputs, List.of(new AcceptedUnits(1L, FERN, "Fern", ferns, 0),
            new AcceptedUnits(2L, POT, "Pot", pots, 0)),
            basis, soFar, LocalDate.of(2026, 3, 20), rules, VoucherTerms.NONE);
    }

    private static RefundBasis basis(Map<Long, Integer> elsewhere, BigDecimal deliveryRefunded) {
        Map<Long, PaidLine> lines = new HashMap<>();
        lines.put(FERN, new PaidLine(FERN, 2, new BigDecimal("20.00"), BigDecimal.ZERO, BigDecimal.ZERO));
        lines.put(POT, new PaidLine(POT, 1, new BigDecimal("9.00"), BigDecimal.ZERO, BigDecimal.ZERO));
        OrderMoney money = new OrderMoney(1L, EUR, lines, new BigDecimal("6.90"), BigDecimal.ZERO, new BigDecimal("35.90"));
        return new RefundBasis(money, List.of(payment()), Map.of(), Map.of(), Map.of(), deliveryRefunded, elsewhere, BigDecimal.ZERO,
            BigDecimal.ZERO, 2);
    }

    private static PaymentLeft payment() {
        return new PaymentLeft(1, new OrderPaid(5L, "CREDIT_CARD", "DEMO", "4242",
            List.of(new CapturedAmount(7L, new BigDecimal("35.90"), BigDecimal.ZERO)), null), Map.of());
    }
}
