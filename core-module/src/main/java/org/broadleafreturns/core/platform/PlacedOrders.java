package org.broadleafreturns.core.platform;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;

/** Orders that were placed, whoever they belong to. All methods take part in the caller's transaction. */
public interface PlacedOrders {

    /** The order of that number; empty for one that was never placed. */
    Optional<PlacedOrder> find(String orderNumber);

    /** The order whose number somebody has typed: as it is, else in capitals and without blanks. */
    default Optional<PlacedOrder> findTyped(String typed) {
        return find(typed).or(() -> typed == null ? Optional.empty() : find(typed.toUpperCase(Locale.ROOT).replaceAll("\\s+", "")));
    }

    /** The same by its identifier. */
    Optional<PlacedOrder> find(Long orderId);

    /** The numbers of some, by identifier; those that have none are missing. */
    Map<Long, String> numbersOf(Collection<Long> orderIds);

    /** What articles are called without what was typed for them, by identifier of the order item; those that are gone are missing. */
    Map<Long, String> articlesOf(Collection<Long> orderItems);

    /** The orders that a customer has placed last, the last one first. */
    List<Order> latestOf(Long customerId, int most);
}
