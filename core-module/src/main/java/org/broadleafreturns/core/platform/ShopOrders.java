package org.broadleafreturns.core.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * The shop's orders, as returns need them. A customer's are those that the platform has as theirs, and those that they have taken over from
 * somebody without an account. All methods take part in the caller's transaction.
 */
@ForIntegrators
public interface ShopOrders {

    /** The order of that number, whoever it belongs to and whatever its status; empty for null and unknown numbers. */
    Optional<Order> findByNumber(String orderNumber);

    /** The order of that identifier, whoever it belongs to and whatever its status. */
    Optional<Order> findById(Long orderId);

    /**
     * A customer's order of that number. Empty, and in the same time, whether there is no such order or it is somebody else's.
     */
    Optional<Order> findOfCustomer(String orderNumber, Long customerId);

    /** By what a customer's order of that number is locked; empty as above. Nothing else of it is read. */
    default Optional<OrderKey> keyOfCustomer(String orderNumber, Long customerId) {
        return findOfCustomer(orderNumber, customerId).map(order -> new OrderKey(order.getId(), customerId));
    }

    /** A customer's order of that number and how it stands in the database at this moment; empty as above. */
    default Optional<OrderNow> nowOfCustomer(String orderNumber, Long customerId) {
        return findOfCustomer(orderNumber, customerId)
            .map(order -> new OrderNow(order, stateOf(order.getId()).orElse(OrderState.GONE)));
    }

    /**
     * How orders stand in the database at this moment, whatever was read of them before.
     *
     * @return by identifier of the order; those that do not exist are missing
     */
    Map<Long, OrderState> statesOf(Collection<Long> orderIds);

    /** The same of one order; empty if there is none of that identifier. */
    default Optional<OrderState> stateOf(Long orderId) {
        return Optional.ofNullable(statesOf(List.of(orderId)).get(orderId));
    }

    /**
     * Whose an order is, as a record.
     *
     * @param owner the owner's identifier, as the order's {@linkplain OrderState#customerId state} or a customer's own request has it
     * @return empty if it is nobody's, or the order's record was read before the shop has moved it
     */
    default Optional<Customer> customerOf(Order order, Long owner) {
        return Optional.ofNullable(order.getCustomer()).filter(customer -> customer.getId().equals(owner));
    }

    /**
     * Keeps the customer's row from being changed until the transaction ends. What refers to a customer takes this lock when it
     * is stored, by its foreign key; whoever stores such things while an order is locked takes it before the order's, so that
     * all take their locks in one sequence.
     */
    void lockCustomer(Long customerId);

    /**
     * Locks the order's row, and no other, until the transaction ends, so that nobody else can change what is returned of it.
     * Whatever was read of the order before is as old as it was.
     *
     * <p>The platform's own order lock is bound to a visitor's HTTP session on 3.1 and therefore cannot keep a shopper and
     * a merchant apart.
     *
     * @throws IllegalArgumentException if there is no such order
     */
    void lock(Long orderId);

    /** The lines that can be asked about one by one; bundles are flattened into their parts. */
    List<OrderedLine> linesOf(Order order);

    /** The same for several orders, by identifier of the order. A shop with long histories reads them at once. */
    default Map<Long, List<OrderedLine>> linesOf(Collection<Order> orders) {
        return orders.stream().collect(Collectors.toMap(Order::getId, this::linesOf));
    }

    /**
     * What tells ordered articles from others of their name, in as many queries for many as for one. It is read from the order,
     * which keeps what was chosen, and says it in the language of whoever reads it.
     *
     * @param items identifiers of order items, whoever they belong to
     * @return by identifier of the order item
     */
    default Map<Long, ArticleDetails> detailsOf(Collection<Long> items, Locale language) {
        return Map.of();
    }

    /**
     * What names the articles of order items besides their names: SKU, external number, UPC.
     *
     * @param items identifiers of order items, whoever they belong to
     * @return by identifier of the order item; those without an article are missing
     */
    default Map<Long, List<String>> codesOf(Collection<Long> items) {
        return Map.of();
    }

    /**
     * The first picture of the articles of order items: the SKU's own, else that of its product.
     *
     * @param items identifiers of order items, whoever they belong to
     * @return addresses as the catalogue has them, by identifier of the order item; those without a picture are missing
     */
    default Map<Long, String> picturesOf(Collection<Long> items) {
        return Map.of();
    }

    /** How many units of each of an order's lines it has at this moment, by identifier of the order item. */
    Map<Long, Integer> unitsOf(Long orderId);

    /** The same of the lines of several orders. A shop with many returns at a time reads them at once. */
    default Map<Long, Integer> unitsOf(Collection<Long> orderIds) {
        Map<Long, Integer> units = new HashMap<>();
        orderIds.forEach(order -> units.putAll(unitsOf(order)));
        return units;
    }
}
