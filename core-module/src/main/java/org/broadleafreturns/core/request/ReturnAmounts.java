package org.broadleafreturns.core.request;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.PaidLine;
import org.broadleafreturns.core.platform.ShopMoney;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was paid for what returns ask for, for merchants. Returns of one article are counted in the sequence in which they were made, so
 * that all together come to what was paid.
 */
@Transactional(value = "blTransactionManager", readOnly = true)
public class ReturnAmounts {

    private final ShopMoney money;

    ReturnAmounts(ShopMoney money) {
        this.money = money;
    }

    /**
     * What a line asks for. Public for the templates.
     *
     * @param price of one unit, before any discount and without tax that was added
     * @param paid what its requested units were paid, with discounts and tax
     */
    public record Line(Amount price, Amount paid) {
    }

    /**
     * Of all returns of an order, in as many queries for many as for one.
     *
     * @param all the order's returns
     * @return by identifier of the line; those of which the platform does not say what was paid are missing
     */
    public Map<Long, Line> of(Long orderId, Collection<ReturnView> all) {
        return money.of(orderId).map(order -> lines(order, all)).orElse(Map.of());
    }

    /** What some lines come to together, or null if none of them has an amount. */
    public static Amount sum(Collection<Line> lines) {
        return lines.stream().map(Line::paid).reduce(Amount::plus).orElse(null);
    }

    private static Map<Long, Line> lines(OrderMoney order, Collection<ReturnView> all) {
        List<ReturnView> asMade = all.stream().sorted(Comparator.comparing(ReturnView::id)).toList();
        Map<Long, Integer> before = new HashMap<>();
        Map<Long, Line> lines = new HashMap<>();
        for (ReturnView shown : asMade) {
            for (LineView line : shown.lines()) {
                PaidLine paid = order.lines().get(line.orderItemId());
                if (paid != null && paid.quantity() > 0) {
                    lines.put(line.id(), line(order, paid, before.getOrDefault(line.orderItemId(), 0), line.quantityRequested()));
                }
            }
            shown.lines().forEach(line -> before.merge(line.orderItemId(), line.taken(), Integer::sum));
        }
        return lines;
    }

    private static Line line(OrderMoney order, PaidLine paid, int before, int requested) {
        BigDecimal worth = paid.worth(before, requested, order.digits());
        BigDecimal price = paid.price().divide(BigDecimal.valueOf(paid.quantity()), order.digits(), RoundingMode.HALF_UP);
        return new Line(new Amount(price, order.currency()), new Amount(worth, order.currency()));
    }
}
