package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.IssuedVoucher;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.OrderPaid;
import org.broadleafreturns.core.platform.PaidLine;
import org.broadleafreturns.core.request.StatementChannel;
import org.junit.jupiter.api.Test;

/** What is read of a refund that can be a voucher: an order of two ferns at 20.00, paid by card. */
class VoucherRefundUnitTests {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final VoucherAgreement ON_FORM = new VoucherAgreement("Store credit", new Date(0), StatementChannel.ONLINE);
    private static final VoucherTerms WANTED = new VoucherTerms(true, ON_FORM, EUR);
    private static final VoucherTerms NOT_WANTED = new VoucherTerms(false, null, EUR);
    private static final Map<String, String> VOUCHER = Map.of("refund.as", "voucher");

    @Test
    void itIsMoneyUnlessAVoucherIsSaid() {
        EnteredRefund entered = read(Map.of(), NOT_WANTED, BigDecimal.ZERO);

        assertThat(entered.objections()).isEmpty();
        assertThat(entered.voucher()).isEmpty();
        assertThat(entered.payments()).hasSize(1);
    }

    @Test
    void whereTheCustomerWantsAVoucherTheMerchantSaysWhichItIs() {
        assertThat(fields(read(Map.of(), WANTED, BigDecimal.ZERO))).containsExactly("refund.as");
        assertThat(fields(read(Map.of("refund.as", "shells"), WANTED, BigDecimal.ZERO))).containsExactly("refund.as");
        assertThat(read(Map.of("refund.as", "money"), WANTED, BigDecimal.ZERO).payments()).hasSize(1);
    }

    @Test
    void aVoucherIsForAllOfItAndGoesToNoPayment() {
        EnteredRefund entered = read(VOUCHER, WANTED, BigDecimal.ZERO);

        assertThat(entered.objections()).isEmpty();
        assertThat(entered.voucher()).contains(ON_FORM);
        assertThat(entered.payments()).isEmpty();
        assertThat(entered.amounts().total()).isEqualByComparingTo("20.00");
    }

    @Test
    void whoHasNotAgreedOnTheFormHasDoneSoInAWayThatIsSaid() {
        assertThat(fields(read(VOUCHER, NOT_WANTED, BigDecimal.ZERO)))
            .containsExactly("refund.voucher.agreement", "refund.voucher.channel");
        Map<String, String> inputs = new HashMap<>(VOUCHER);
        inputs.putAll(Map.of("refund.voucher.agreement", "On the phone", "refund.voucher.channel", "PHONE",
            "refund.voucher.date", "2026-03-21"));
        assertThat(fields(read(inputs, NOT_WANTED, BigDecimal.ZERO))).as("a day to come").containsExactly("refund.voucher.date");
        inputs.put("refund.voucher.date", "2026-03-18");

        assertThat(read(inputs, NOT_WANTED, BigDecimal.ZERO).voucher()).contains(new VoucherAgreement("On the phone",
            Objection.day(LocalDate.of(2026, 3, 18)), StatementChannel.PHONE));
    }

    @Test
    void vouchersAreInTheShopsCurrencyAlone() {
        assertThat(codes(read(VOUCHER, new VoucherTerms(true, ON_FORM, Currency.getInstance("CHF")), BigDecimal.ZERO)))
            .containsExactly("rtn.objection.refund.voucher.currency");
        assertThat(codes(read(VOUCHER, VoucherTerms.NONE, BigDecimal.ZERO))).containsExactly("rtn.objection.refund.voucher.none");
    }

    @Test
    void vouchersOfTheOrderCountAgainstAllThatFollows() {
        assertThat(read(VOUCHER, WANTED, new BigDecimal("15.90")).objections()).isEmpty();
        assertThat(codes(read(VOUCHER, WANTED, new BigDecimal("15.91")))).containsExactly("rtn.objection.refund.cap");
        assertThat(codes(read(Map.of("refund.as", "money"), WANTED, new BigDecimal("15.91")))).containsExactly("rtn.objection.refund.cap");
        assertThat(codes(read(VOUCHER, WANTED, new BigDecimal("99")))).containsExactly("rtn.objection.refund.nothingLeft");
    }

    @Test
    void aVoucherThatWasUsedIsUsedWhateverWasMeantToEndIt() {
        Voucher voucher = new Voucher(1L, new IssuedVoucher("7", "ABCD"), ON_FORM);
        assertThat(voucher.state(false)).isEqualTo(VoucherState.ISSUED);
        assertThat(voucher.state(true)).isEqualTo(VoucherState.USED);
        voucher.end(new Date());
        assertThat(voucher.state(false)).isEqualTo(VoucherState.ENDED);
        assertThat(voucher.state(true)).isEqualTo(VoucherState.USED);
    }

    private static List<String> fields(EnteredRefund entered) {
        return entered.objections().stream().map(Objection::field).toList();
    }

    private static List<String> codes(EnteredRefund entered) {
        return entered.objections().stream().map(Objection::code).toList();
    }

    /** @param vouchers what the order's vouchers come to */
    private static EnteredRefund read(Map<String, String> inputs, VoucherTerms terms, BigDecimal vouchers) {
        Map<Long, PaidLine> lines = Map.of(1L, new PaidLine(1L, 2, new BigDecimal("20.00"), BigDecimal.ZERO, BigDecimal.ZERO));
        OrderMoney money = new OrderMoney(1L, EUR, lines, new BigDecimal("15.90"), BigDecimal.ZERO, new BigDecimal("35.90"));
        PaymentLeft payment = new PaymentLeft(1, new OrderPaid(5L, "CREDIT_CARD", "DEMO", "4242",
            List.of(new CapturedAmount(7L, new BigDecimal("35.90"), BigDecimal.ZERO)), null), Map.of());
        RefundBasis basis = new RefundBasis(money, List.of(payment), Map.of(), Map.of(), Map.of(), BigDecimal.ZERO, Map.of(), vouchers,
            BigDecimal.ZERO, 2);
        return EnteredRefund.read(inputs, List.of(new AcceptedUnits(1L, 1L, "Fern", 2, 0)), basis, RefundSoFar.NOTHING,
            LocalDate.of(2026, 3, 20), RefundRules.VOLUNTARY, terms);
    }
}
