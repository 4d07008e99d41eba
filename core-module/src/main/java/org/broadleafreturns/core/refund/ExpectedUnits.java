package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Map;
import org.broadleafcommerce.common.money.Money;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.PaidLine;

/** What units of an order's lines are expected to bring, one line by itself or several together. */
@ForIntegrators
public final class ExpectedUnits {

    private final OrderMoney order;
    private final Map<Long, Integer> before;

    /** @param before how many units of its lines are in earlier returns, by identifier of the order item */
    ExpectedUnits(OrderMoney order, Map<Long, Integer> before) {
        this.order = order;
        this.before = before;
    }

    /** What was paid for all units of a line; null where it cost nothing, or nobody knows. */
    public Money paid(Long item) {
        PaidLine line = order.lines().get(item);
        return line == null || line.paid().signum() <= 0 ? null : money(line.paid());
    }

    /** What so many units of a line bring; nothing of a line that nobody knows. */
    public Money of(Long item, int units) {
        return money(worth(item, units));
    }

    /** @param units by identifier of the order item */
    public Money of(Map<Long, Integer> units) {
        return money(units.entrySet().stream().map(line -> worth(line.getKey(), line.getValue()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The code of the order's currency. */
    public String currency() {
        return order.currency().getCurrencyCode();
    }

    private BigDecimal worth(Long item, int units) {
        PaidLine line = order.lines().get(item);
        return line == null ? BigDecimal.ZERO : line.worth(before.getOrDefault(item, 0), units, order.digits());
    }

    Money money(BigDecimal amount) {
        return new Money(amount, order.currency());
    }
}
