package org.broadleafreturns.core.platform;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.takeover.OrderOwner;
import org.springframework.context.MessageSource;

/** {@link ShopOrders} over Broadleaf's order service and persistence unit. */
public class BroadleafOrders implements ShopOrders {

    private static final String STATE = "o.status, o.submitDate, " + OrderOwner.ID;

    private final OrderService orderService;
    private final EntityManager entityManager;
    private final OrderedArticles articles;
    private final OrderedDetails details;

    /** @param furtherAttributes names of order items' attributes that are shown although they are no options */
    public BroadleafOrders(OrderService orderService, EntityManager entityManager, MessageSource messages,
            Set<String> furtherAttributes) {
        this.orderService = orderService;
        this.entityManager = entityManager;
        this.articles = new OrderedArticles(entityManager);
        this.details = new OrderedDetails(entityManager, messages, furtherAttributes);
    }

    @Override
    public Optional<Order> findByNumber(String orderNumber) {
        if (!canBeNumber(orderNumber)) {
            return Optional.empty();
        }
        return Optional.ofNullable(orderService.findOrderByOrderNumber(orderNumber));
    }

    @Override
    public Optional<Order> findById(Long orderId) {
        return Optional.ofNullable(entityManager.find(OrderImpl.class, orderId));
    }

    @Override
    public Optional<Order> findOfCustomer(String orderNumber, Long customerId) {
        return theirs("o, o.customer.id", Object[].class, orderNumber, customerId).filter(BroadleafOrders::isKnown)
            .map(row -> (Order) row[0]);
    }

    @Override
    public Optional<OrderKey> keyOfCustomer(String orderNumber, Long customerId) {
        return theirs("o.id", Long.class, orderNumber, customerId).map(order -> new OrderKey(order, customerId));
    }

    @Override
    public Optional<OrderNow> nowOfCustomer(String orderNumber, Long customerId) {
        return theirs("o, o.customer.id, " + STATE, Object[].class, orderNumber, customerId).filter(BroadleafOrders::isKnown)
            .map(row -> new OrderNow((Order) row[0], state(row, 2)));
    }

    private <T> Optional<T> theirs(String selected, Class<T> type, String orderNumber, Long customerId) {
        if (!canBeNumber(orderNumber)) {
            return Optional.empty();
        }
        return entityManager.createQuery("select " + selected
            + " from OrderImpl o where o.orderNumber = :number and " + OrderOwner.ID + " = :customer", type)
            .setParameter("number", orderNumber).setParameter("customer", customerId).getResultList().stream().findFirst();
    }

    /** A record that was read before the shop moved the order would be taken for somebody else's later. */
    private static boolean isKnown(Object[] row) {
        return row[1].equals(OrderState.of((Order) row[0]).customerId());
    }

    @Override
    public Optional<Customer> customerOf(Order order, Long owner) {
        Optional<Customer> own = ShopOrders.super.customerOf(order, owner);
        return own.isPresent() || owner == null || order.getCustomer() == null ? own
            : entityManager.createQuery("select c from TakenOrder t, CustomerImpl c where t.orderId = :order and t.fromCustomerId = :from"
                + " and t.customerId = :owner and c.id = t.customerId", Customer.class).setParameter("order", order.getId())
                .setParameter("from", order.getCustomer().getId()).setParameter("owner", owner).getResultList().stream().findFirst();
    }

    private static OrderState state(Object[] row, int first) {
        return new OrderState(OrderStatus.getInstance((String) row[first]), (Date) row[first + 1], (Long) row[first + 2]);
    }

    @Override
    public Map<Long, OrderState> statesOf(Collection<Long> orderIds) {
        Map<Long, OrderState> states = new HashMap<>();
        if (!orderIds.isEmpty()) {
            entityManager.createQuery("select o.id, " + STATE + " from OrderImpl o where o.id in (:ids)", Object[].class)
                .setParameter("ids", orderIds).getResultList().forEach(row -> states.put((Long) row[0], state(row, 1)));
        }
        return states;
    }

    @Override
    public void lockCustomer(Long customerId) {
        RowLock.take("CustomerImpl", customerId, LockModeType.PESSIMISTIC_READ, entityManager);
    }

    private static boolean canBeNumber(String text) {
        return text != null && !text.isBlank() && Characters.areComparable(text);
    }

    @Override
    public void lock(Long orderId) {
        if (!RowLock.take("OrderImpl", orderId, LockModeType.PESSIMISTIC_WRITE, entityManager)) {
            throw new IllegalArgumentException("No order " + orderId);
        }
    }

    @Override
    public Map<Long, List<OrderedLine>> linesOf(Collection<Order> orders) {
        return articles.of(orders.stream().map(Order::getId).toList());
    }

    @Override
    public Map<Long, Integer> unitsOf(Long orderId) {
        return articles.unitsOf(List.of(orderId));
    }

    @Override
    public Map<Long, Integer> unitsOf(Collection<Long> orderIds) {
        return articles.unitsOf(orderIds);
    }

    @Override
    public Map<Long, List<String>> codesOf(Collection<Long> items) {
        Map<Long, List<String>> codes = new HashMap<>();
        if (!items.isEmpty()) {
            entityManager.createQuery("select d.id, " + SkuCodes.SELECTED
                + " from DiscreteOrderItemImpl d join d.sku s where d.id in (:ids)", Object[].class).setParameter("ids", items).getResultList()
                .forEach(row -> codes.put((Long) row[0], OrderedArticles.codesIn(row, 1)));
        }
        return codes;
    }

    @Override
    public Map<Long, String> picturesOf(Collection<Long> items) {
        Map<Long, String> pictures = new HashMap<>();
        if (!items.isEmpty()) {
            List<Object[]> skus = entityManager.createQuery("select d.id, s.id, p.defaultSku.id from DiscreteOrderItemImpl d join d.sku s"
                + " left join s.product p where d.id in (:ids)", Object[].class).setParameter("ids", items).getResultList();
            Map<Long, String> known = picturesOfSkus(skus.stream().flatMap(row -> Stream.of((Long) row[1], (Long) row[2]))
                .filter(Objects::nonNull).collect(Collectors.toSet()));
            skus.forEach(row -> Stream.of(row[1], row[2]).map(known::get).filter(Objects::nonNull).findFirst()
                .ifPresent(picture -> pictures.put((Long) row[0], picture)));
        }
        return pictures;
    }

    private Map<Long, String> picturesOfSkus(Set<Long> skus) {
        return skus.isEmpty() ? Map.of() : entityManager.createQuery(SkuPictures.FIRST, Object[].class).setParameter("ids", skus)
            .getResultList().stream().collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1], (one, other) -> one));
    }

    @Override
    public List<OrderedLine> linesOf(Order order) {
        return articles.of(List.of(order.getId())).get(order.getId());
    }

    @Override
    public Map<Long, ArticleDetails> detailsOf(Collection<Long> items, Locale language) {
        return details.of(items, language);
    }
}
