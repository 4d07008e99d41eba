package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What was paid for an order, as the platform has priced it.
 *
 * @param orderId the platform's identifier
 * @param currency all amounts are in
 * @param lines what can be returned one by one, by identifier of the order item; parts of sets among them
 * @param delivery the outward delivery after its discounts, with its tax
 * @param fees everything else that is in the total, with its tax
 * @param total what the order came to; null where the platform does not say
 */
@ForIntegrators
public record OrderMoney(Long orderId, Currency currency, Map<Long, PaidLine> lines, BigDecimal delivery, BigDecimal fees,
        BigDecimal total) {

    public OrderMoney {
        lines = Map.copyOf(lines);
    }

    /** How many digits behind the point the currency has. */
    public int digits() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** Lines, delivery and fees together. */
    public BigDecimal sum() {
        return lines.values().stream().map(PaidLine::paid).reduce(BigDecimal.ZERO, BigDecimal::add).add(delivery).add(fees);
    }

    /** Whether that is the order's total; it is not where prices were overridden or an order was imported. */
    public boolean addsUp() {
        return total != null && sum().compareTo(total) == 0;
    }
}
