package org.broadleafreturns.core.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;

/** Asks every {@link ReturnRule} of the shop; the form that shows and the service that decides ask this one policy. */
public class ReturnPolicy {

    private final ShopOrders orders;
    private final List<ReturnRule> rules;

    public ReturnPolicy(ShopOrders orders, List<ReturnRule> rules) {
        this.orders = orders;
        this.rules = List.copyOf(rules);
    }

    /**
     * What can be returned of an order now.
     *
     * @param takenByItem for each order item's identifier, how many of its units are in returns already
     */
    public Eligibility assess(Order order, Map<Long, Integer> takenByItem) {
        Optional<Objection> toOrder = rules.stream().flatMap(rule -> rule.againstOrder(order).stream()).findFirst();
        List<EligibleLine> lines = orders.linesOf(order).stream()
            .map(line -> assess(order, line, takenByItem.getOrDefault(line.itemId(), 0), toOrder))
            .toList();
        return new Eligibility(toOrder.orElse(null), lines);
    }

    private EligibleLine assess(Order order, OrderedLine line, int taken, Optional<Objection> toOrder) {
        Optional<Objection> objection = toOrder.or(
            () -> rules.stream().flatMap(rule -> rule.againstLine(order, line, taken).stream()).findFirst());
        return new EligibleLine(line, objection.isPresent() ? 0 : line.quantity() - taken, objection.orElse(null));
    }
}
