package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.OrderPaid;
import org.broadleafreturns.core.platform.PaidLine;
import org.broadleafreturns.core.platform.ShopCurrency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much somebody may refund on one return, in a shop with the euro: of two ferns that were paid 20.00. */
class RefundPermissionUnitTests {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Actor LEA = Actor.merchant(-7L, "Lea Limit", false).allowed(Set.of(RefundLimits.PERMISSION));
    private static final long RETURN = 3L;

    private final RefundPayments payments = mock(RefundPayments.class);
    private final RefundVouchers vouchers = mock(RefundVouchers.class);
    private final ShopCurrency currency = mock(ShopCurrency.class);

    @BeforeEach
    void setUp() {
        when(currency.now()).thenReturn(EUR);
        when(payments.sumBy(RETURN, LEA.id())).thenReturn(new BigDecimal("10.00"));
        when(vouchers.givenBy(RETURN, LEA.id())).thenReturn(BigDecimal.ZERO);
    }

    @Test
    void whatSomebodyHasRefundedCountsTowardsTheirLimit() {
        assertThat(limitedTo("30.00").objections(LEA, RETURN, refund(EUR))).isEmpty();
        assertThat(limitedTo("29.99").objections(LEA, RETURN, refund(EUR))).containsExactly(Objection.to("refund",
            "rtn.objection.refund.limit", new Amount(new BigDecimal("29.99"), EUR), new Amount(new BigDecimal("10.00"), EUR)));
    }

    /** Fifty euros are not fifty yen, and nobody here knows how many they are. */
    @Test
    void whoHasALimitRefundsNoOrderInAnotherCurrency() {
        assertThat(limitedTo("5000").objections(LEA, RETURN, refund(JPY))).containsExactly(Objection.to("refund",
            "rtn.objection.refund.limit.currency", new Amount(new BigDecimal("5000"), EUR), "JPY"));
        assertThat(limitedTo("5000").objectionsToAgain(LEA, failed(JPY), part())).extracting(Objection::field, Objection::code)
            .containsExactly(tuple("", "rtn.objection.refund.limit.currency"));
        assertThat(limitedTo("5000").objectionsToAgain(LEA, failed(EUR), part())).isEmpty();
    }

    @Test
    void whoHasNoneRefundsOrdersInEachCurrency() {
        RefundPermission unlimited = new RefundPermission(payments, vouchers, actor -> Optional.empty(), currency);

        assertThat(unlimited.objections(LEA, RETURN, refund(JPY))).isEmpty();
        assertThat(unlimited.objections(Actor.merchant(-5L, "Clara Clerk", false), RETURN, refund(EUR))).extracting(Objection::code)
            .containsExactly("rtn.objection.refund.permission");
    }

    private RefundPermission limitedTo(String limit) {
        return new RefundPermission(payments, vouchers, actor -> Optional.of(new BigDecimal(limit)), currency);
    }

    private static Refund failed(Currency of) {
        Refund refund = mock(Refund.class);
        when(refund.getRequestId()).thenReturn(RETURN);
        when(refund.getCurrency()).thenReturn(of.getCurrencyCode());
        return refund;
    }

    private static RefundPayment part() {
        RefundPayment part = mock(RefundPayment.class);
        when(part.getAmount()).thenReturn(new BigDecimal("20.00"));
        return part;
    }

    private static EnteredRefund refund(Currency of) {
        PaidLine fern = new PaidLine(11L, 2, new BigDecimal("20.00"), BigDecimal.ZERO, BigDecimal.ZERO);
        OrderMoney money = new OrderMoney(1L, of, Map.of(11L, fern), BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("20.00"));
        PaymentLeft payment = new PaymentLeft(1, new OrderPaid(5L, "CREDIT_CARD", "DEMO", "4242",
            List.of(new CapturedAmount(7L, new BigDecimal("20.00"), BigDecimal.ZERO)), null), Map.of());
        RefundBasis basis = new RefundBasis(money, List.of(payment), Map.of(), Map.of(), Map.of(), BigDecimal.ZERO, Map.of(),
            BigDecimal.ZERO, BigDecimal.ZERO, 2);
        return EnteredRefund.read(Map.of(), List.of(new AcceptedUnits(1L, 11L, "Fern", 2, 0)), basis, RefundSoFar.NOTHING,
            LocalDate.of(2026, 3, 20), RefundRules.VOLUNTARY, VoucherTerms.NONE);
    }
}
