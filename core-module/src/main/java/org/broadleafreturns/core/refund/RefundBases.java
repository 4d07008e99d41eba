package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadleafreturns.core.platform.OrderPaid;
import org.broadleafreturns.core.platform.ShopMoney;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.request.ReturnLookup;

/** Reads what refunds are reckoned from, by queries for values. */
class RefundBases {

    /** What a gateway pays back first, and of that the greater. */
    private static final Comparator<PaymentLeft> SENSIBLE = Comparator.comparing((PaymentLeft payment) -> !payment.isThroughGateway())
        .thenComparing(Comparator.comparing(PaymentLeft::left).reversed());

    /** The identifier of none. */
    private static final Long NO_RETURN = 0L;

    private final ShopMoney money;
    private final ShopPayments payments;
    private final Refunds refunds;
    private final RefundLines lines;
    private final RefundPayments refundPayments;
    private final ReturnLookup returns;
    private final RefundVouchers vouchers;

    RefundBases(ShopMoney money, ShopPayments payments, Refunds refunds, RefundLines lines, RefundPayments refundPayments,
            ReturnLookup returns, RefundVouchers vouchers) {
        this.money = money;
        this.payments = payments;
        this.refunds = refunds;
        this.lines = lines;
        this.refundPayments = refundPayments;
        this.returns = returns;
        this.vouchers = vouchers;
    }

    /**
     * As it is now; under the order's turn nothing of it changes.
     *
     * @param requestId of the return; null while it is not stored
     * @param withdrawal whether it matters what the order's other returns accept
     * @return empty where the platform does not say what was paid
     */
    Optional<RefundBasis> of(Long orderId, Long requestId, Collection<Long> orderItems, boolean withdrawal) {
        return money.of(orderId).map(paid -> {
            Collection<Long> items = withdrawal ? paid.lines().keySet() : orderItems;
            List<PaymentLeft> left = payments(orderId);
            BigDecimal standing = vouchers.standing(orderId);
            Object[] sums = refunds.sumOfOrder(orderId).get(0);
            int digits = Math.min(paid.digits(), payments.digits());
            List<Object[]> refunded = items.isEmpty() ? List.of() : lines.sumByItem(items);
            return new RefundBasis(paid, left, units(refunded),
                refunded.stream().collect(Collectors.toMap(row -> (Long) row[0], row -> (BigDecimal) row[2])),
                requestId == null ? Map.of() : units(lines.sumByLine(requestId)),
                orZero(sums[0]),
                withdrawal ? returns.acceptedElsewhere(orderId, requestId == null ? NO_RETURN : requestId) : Map.of(), standing,
                otherwise(left, standing, orZero(sums[1])).setScale(digits, RoundingMode.DOWN), digits);
        });
    }

    private static BigDecimal orZero(Object sum) {
        return sum == null ? BigDecimal.ZERO : (BigDecimal) sum;
    }

    /** What was paid back beyond what refunds were for: goodwill, and what is no refund of a return. */
    private static BigDecimal otherwise(List<PaymentLeft> payments, BigDecimal vouchers, BigDecimal refunded) {
        return payments.stream().map(payment -> payment.paid().captured().subtract(payment.left())).reduce(vouchers, BigDecimal::add)
            .subtract(refunded).max(BigDecimal.ZERO);
    }

    /** An order's payments with what can still be refunded to them, in the order in which they are paid back. */
    List<PaymentLeft> payments(Long orderId) {
        List<OrderPaid> paid = payments.of(List.of(orderId)).getOrDefault(orderId, List.of());
        Map<Long, BigDecimal> open = paid.isEmpty() ? Map.of() : refundPayments.sumOpen(orderId).stream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> (BigDecimal) row[1]));
        return IntStream.range(0, paid.size()).mapToObj(i -> new PaymentLeft(i + 1, paid.get(i), open)).sorted(SENSIBLE).toList();
    }

    /** What an order's vouchers come to that can be used, or were. */
    BigDecimal vouchers(Long orderId) {
        return vouchers.standing(orderId);
    }

    private static Map<Long, Integer> units(List<Object[]> rows) {
        return rows.stream().collect(Collectors.toMap(row -> (Long) row[0], row -> ((Number) row[1]).intValue()));
    }
}
