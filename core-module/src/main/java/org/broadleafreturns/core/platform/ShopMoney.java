package org.broadleafreturns.core.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** What was paid for the shop's orders. All methods take part in the caller's transaction and read values, never records. */
@ForIntegrators
public interface ShopMoney {

    /**
     * What was paid for orders, in as many queries for many as for one.
     *
     * @return by identifier of the order; those that do not exist are missing
     */
    Map<Long, OrderMoney> of(Collection<Long> orderIds);

    /** The same of one order; empty if there is none of that identifier. */
    default Optional<OrderMoney> of(Long orderId) {
        return Optional.ofNullable(of(List.of(orderId)).get(orderId));
    }
}
