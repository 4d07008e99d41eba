package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.OrderPaid;
import org.broadleafreturns.core.platform.PaidLine;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** A refund of one of three ferns, for which 10.00 was paid, has failed; others have been refunded before and since. */
class FailedPartsUnitTests {

    private static final Actor MERCHANT = Actor.merchant(7L, "Ms Merchant", true);
    private static final Long ORDER = 1L;
    private static final Long REQUEST = 2L;
    private static final Long LINE = 3L;
    private static final Long FERN = 11L;
    private static final Long PART = 5L;
    private static final long CAPTURE = 6;

    private final RefundBases bases = mock(RefundBases.class);
    private final Refunds refunds = mock(Refunds.class);
    private final RefundLines lines = mock(RefundLines.class);
    private final RefundWriting writing = mock(RefundWriting.class);
    private final RefundPermission permission = mock(RefundPermission.class);
    private final FailedParts failed = new FailedParts(bases, refunds, lines, writing, permission);

    @Test
    void whatHasFailedIsTriedAgainWhileItIsWorthTheSame() {
        hasFailed("3.34");

        assertThat(after(1, "3.33")).isEmpty();
    }

    /** The one after it has taken the cent that it was to make up for: 3.33, 3.34 and 3.34. */
    @Test
    void aLineIsNotPaidMoreThanWasPaidForIt() {
        hasFailed("3.34");

        assertThat(after(2, "6.67")).containsExactly(Objection.general("rtn.objection.refund.changed"));
    }

    @Test
    void noCentIsLeftOut() {
        hasFailed("3.33");

        assertThat(after(2, "6.66")).containsExactly(Objection.general("rtn.objection.refund.changed"));
    }

    private void hasFailed(String amount) {
        BigDecimal value = new BigDecimal(amount);
        Refund refund = new Refund(REQUEST, ORDER, "EUR", new RefundAmounts(value, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
            BigDecimal.ZERO, null, BigDecimal.ZERO, BigDecimal.ZERO), MERCHANT, new Date(), null);
        ReflectionTestUtils.setField(refund, "id", 8L);
        RefundPayment part = RefundPayment.throughGateway(refund, paid(), paid().captures().get(0), value);
        part.settle(RefundState.FAILED, "Declined", new Date());
        refund.follow(List.of(part), new Date());
        when(writing.part(PART)).thenReturn(Optional.of(part));
        when(writing.refundOf(part)).thenReturn(refund);
        when(permission.objectionsToAgain(any(), any(), any())).thenReturn(List.of());
        when(lines.findOfRefunds(any())).thenReturn(List.of(new RefundLine(8L, LINE, FERN, 1, value)));
    }

    /** What stands against it once so many others are refunded, for so much in all. */
    private List<Objection> after(int units, String worth) {
        List<PaymentLeft> payments = List.of(new PaymentLeft(1, paid(), Map.of()));
        when(bases.payments(ORDER)).thenReturn(payments);
        when(bases.vouchers(ORDER)).thenReturn(BigDecimal.ZERO);
        when(bases.of(anyLong(), anyLong(), any(), anyBoolean())).thenReturn(Optional.of(new RefundBasis(new OrderMoney(ORDER,
            Currency.getInstance("EUR"), Map.of(FERN, new PaidLine(FERN, 3, new BigDecimal("10.00"), BigDecimal.ZERO, BigDecimal.ZERO)),
            BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("10.00")), payments, Map.of(FERN, units), Map.of(FERN, new BigDecimal(worth)),
            Map.of(LINE, units), BigDecimal.ZERO, Map.of(), BigDecimal.ZERO,
            BigDecimal.ZERO, 2)));
        ReturnLine line = mock(ReturnLine.class);
        when(line.getId()).thenReturn(LINE);
        when(line.getOrderItemId()).thenReturn(FERN);
        when(line.getQuantityAccepted()).thenReturn(3);
        ReturnRequest request = mock(ReturnRequest.class);
        when(request.getId()).thenReturn(REQUEST);
        when(request.getOrderId()).thenReturn(ORDER);
        when(request.getStatus()).thenReturn(ReturnStatus.ACCEPTED);
        when(request.getLines()).thenReturn(List.of(line));
        return failed.objectionsToAgain(PART, request, MERCHANT);
    }

    private static OrderPaid paid() {
        return new OrderPaid(5L, "CREDIT_CARD", "DEMO", "4242", List.of(new CapturedAmount(CAPTURE, new BigDecimal("10.00"),
            BigDecimal.ZERO)), null);
    }
}
