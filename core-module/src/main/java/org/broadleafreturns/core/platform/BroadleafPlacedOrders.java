package org.broadleafreturns.core.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.profile.core.domain.Address;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.takeover.OrderOwner;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;

/** {@link PlacedOrders} over Broadleaf's persistence unit. */
public class BroadleafPlacedOrders implements PlacedOrders {

    private static final String PLACED = " from OrderImpl o left join o.customer c where o.submitDate is not null and ";

    private final EntityManager entityManager;

    public BroadleafPlacedOrders(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Optional<PlacedOrder> find(String orderNumber) {
        return orderNumber == null || orderNumber.isBlank() || !Characters.areComparable(orderNumber) ? Optional.empty()
            : first("o.orderNumber = :key", orderNumber);
    }

    @Override
    public Optional<PlacedOrder> find(Long orderId) {
        return first("o.id = :key", orderId);
    }

    private Optional<PlacedOrder> first(String condition, Object key) {
        return entityManager.createQuery("select o, o.status, o.submitDate, " + OrderOwner.ID + ", " + OrderOwner.EMAIL + ", "
            + OrderOwner.HAS_ACCOUNT + PLACED + condition, Object[].class)
            .setParameter("key", key).setMaxResults(1).getResultList().stream().findFirst().map(this::placed);
    }

    @Override
    public List<Order> latestOf(Long customerId, int most) {
        List<Long> customers = new ArrayList<>(entityManager.createQuery(OrderOwner.TAKEN_FROM, Long.class)
            .setParameter("customer", customerId).getResultList());
        customers.add(customerId);
        return entityManager.createQuery("select o" + PLACED + "o.orderNumber is not null and o.customer.id in (:customers) and "
            + OrderOwner.ID + " = :customer order by o.submitDate desc, o.id desc", Order.class).setParameter("customers", customers)
            .setParameter("customer", customerId).setMaxResults(most).getResultList();
    }

    @Override
    public Map<Long, String> numbersOf(Collection<Long> orderIds) {
        return texts("select o.id, o.orderNumber from OrderImpl o where o.id in (:ids) and o.orderNumber is not null", orderIds);
    }

    @Override
    public Map<Long, String> articlesOf(Collection<Long> orderItems) {
        return texts("select i.id, i.name from OrderItemImpl i where i.id in (:ids) and i.name is not null", orderItems);
    }

    private Map<Long, String> texts(String query, Collection<Long> ids) {
        Map<Long, String> texts = new HashMap<>();
        if (!ids.isEmpty()) {
            entityManager.createQuery(query, Object[].class).setParameter("ids", ids).getResultList()
                .forEach(row -> texts.put((Long) row[0], (String) row[1]));
        }
        return texts;
    }

    private PlacedOrder placed(Object[] row) {
        Order order = (Order) row[0];
        OrderState state = new OrderState(OrderStatus.getInstance((String) row[1]), (Date) row[2], (Long) row[3]);
        Set<String> addresses = new HashSet<>();
        Stream.of(order.getEmailAddress(), (String) row[4])
            .filter(address -> address != null && !address.isBlank())
            .forEach(address -> addresses.add(address.strip().toLowerCase(Locale.ROOT)));
        return new PlacedOrder(order.getId(), order.getOrderNumber(), state, ((Number) row[5]).intValue() == 1, addresses,
            countries(stream(order.getFulfillmentGroups()).map(FulfillmentGroup::getAddress)),
            countries(stream(order.getPayments()).map(OrderPayment::getBillingAddress)));
    }

    private static <T> Stream<T> stream(Collection<T> some) {
        return some == null ? Stream.of() : some.stream();
    }

    private static List<String> countries(Stream<Address> addresses) {
        return addresses.filter(Objects::nonNull).map(BroadleafPlacedOrders::country).filter(Objects::nonNull).distinct().toList();
    }

    /** Broadleaf 3.1 has a table of countries of its own, newer ones a list of ISO codes beside it. */
    private static String country(Address address) {
        return Stream.of(read(read(address, "isoCountryAlpha2"), "alpha2"), read(read(address, "country"), "abbreviation"))
            .filter(code -> code instanceof String text && text.strip().length() == 2)
            .map(code -> ((String) code).strip().toUpperCase(Locale.ROOT)).findFirst().orElse(null);
    }

    private static Object read(Object from, String property) {
        if (from == null) {
            return null;
        }
        BeanWrapper properties = new BeanWrapperImpl(from);
        return properties.isReadableProperty(property) ? properties.getPropertyValue(property) : null;
    }
}
