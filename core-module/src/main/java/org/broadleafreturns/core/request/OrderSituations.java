package org.broadleafreturns.core.request;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.delivery.Arrival;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.platform.OrderNow;
import org.broadleafreturns.core.platform.OrderState;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.OrderSituation;

/** Puts together what the policy needs to know of an order. */
class OrderSituations {

    private final ReturnRequests requests;
    private final ShopOrders orders;
    private final DeliveryService deliveries;
    private final Clock clock;

    OrderSituations(ReturnRequests requests, ShopOrders orders, DeliveryService deliveries, Clock clock) {
        this.requests = requests;
        this.orders = orders;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Several orders as they are now, in as many queries as one order takes. */
    List<OrderSituation> of(Collection<Order> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        List<Long> ids = some.stream().map(Order::getId).toList();
        Map<Long, OrderState> states = orders.statesOf(ids);
        Map<Long, List<Object[]>> quantities = requests.findQuantities(ids).stream()
            .collect(Collectors.groupingBy(row -> (Long) row[5]));
        Map<Long, Arrival> arrivals = deliveries.arrivals(ids);
        return some.stream().map(order -> {
            List<Object[]> own = quantities.getOrDefault(order.getId(), List.of());
            return new OrderSituation(order, states.getOrDefault(order.getId(), OrderState.GONE), TakenQuantities.sum(own),
                TakenQuantities.countReturns(own), arrivals, clock.instant());
        }).toList();
    }

    /** The order as it is now. */
    OrderSituation of(Order order) {
        return of(new OrderNow(order, orders.stateOf(order.getId()).orElse(OrderState.GONE)));
    }

    /**
     * The order as it would be now without one of its returns.
     *
     * @param leftOut the identifier of the return that does not count
     */
    OrderSituation without(Order order, Long leftOut) {
        OrderNow now = new OrderNow(order, orders.stateOf(order.getId()).orElse(OrderState.GONE));
        return of(now, requests.findQuantities(order.getId()).stream().filter(row -> !row[1].equals(leftOut)).toList());
    }

    /** An order that was read just now. */
    OrderSituation of(OrderNow now) {
        return of(now, requests.findQuantities(now.order().getId()));
    }

    private OrderSituation of(OrderNow now, List<Object[]> quantities) {
        return new OrderSituation(now.order(), now.state(), TakenQuantities.sum(quantities),
            TakenQuantities.countReturns(quantities), deliveries.arrivals(now.order().getId()), clock.instant());
    }
}
