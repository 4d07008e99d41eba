package org.broadleafreturns.core.request;

import java.time.Clock;
import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.policy.OrderSituation;

/** Puts together what the policy needs to know of an order. */
class OrderSituations {

    private final ReturnRequests requests;
    private final DeliveryService deliveries;
    private final Clock clock;

    OrderSituations(ReturnRequests requests, DeliveryService deliveries, Clock clock) {
        this.requests = requests;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The order as it is now. */
    OrderSituation of(Order order) {
        List<Object[]> quantities = requests.findQuantities(order.getId());
        return new OrderSituation(order, TakenQuantities.sum(quantities), TakenQuantities.countReturns(quantities),
            deliveries.arrivals(order.getId()), clock.instant());
    }
}
