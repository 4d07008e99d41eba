package org.broadleafreturns.core.policy;

import java.time.Instant;
import java.util.Map;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.delivery.Arrival;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.platform.OrderState;
import org.broadleafreturns.core.platform.OrderedLine;

/**
 * An order at the moment at which it is assessed, with what no rule could read from the order itself.
 *
 * @param order the platform's order, which may have been read long before; what can change meanwhile is in {@code state}
 * @param state how the order stands at that moment
 * @param takenByItem for each order item's identifier, how many of its units are in returns already
 * @param returns how many returns the order has, those refused or cancelled not counted
 * @param arrivalByItem for each order item's identifier, what is known of its delivery
 * @param now the moment
 */
@ForIntegrators
public record OrderSituation(Order order, OrderState state, Map<Long, Integer> takenByItem, int returns,
        Map<Long, Arrival> arrivalByItem, Instant now) {

    public OrderSituation {
        takenByItem = Map.copyOf(takenByItem);
        arrivalByItem = Map.copyOf(arrivalByItem);
    }

    /** The situation of an order that was read just now. */
    public OrderSituation(Order order, Map<Long, Integer> takenByItem, int returns, Map<Long, Arrival> arrivalByItem, Instant now) {
        this(order, OrderState.of(order), takenByItem, returns, arrivalByItem, now);
    }

    /** How many units of a line are in returns already. */
    public int taken(OrderedLine line) {
        return takenByItem.getOrDefault(line.itemId(), 0);
    }

    /** What is known of a line's delivery. */
    public Arrival arrivalOf(OrderedLine line) {
        return arrivalByItem.getOrDefault(line.itemId(), Arrival.UNKNOWN);
    }

    /**
     * Since when it counts what the shop has said: the order's submission. An order without a date may be of any time. The
     * platform's tables may keep the date in whole seconds, rounded up on MySQL.
     */
    Instant promisedSince() {
        return state.submitDate() == null ? Instant.MIN : Instant.ofEpochMilli(state.submitDate().getTime()).minusSeconds(1);
    }
}
