package org.broadleafreturns.core.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.order.domain.BundleOrderItem;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.FulfillmentType;
import org.hibernate.proxy.HibernateProxy;

/** {@link ShopOrders} over Broadleaf's order service and persistence unit. */
public class BroadleafOrders implements ShopOrders {

    private final OrderService orderService;
    private final EntityManager entityManager;

    public BroadleafOrders(OrderService orderService, EntityManager entityManager) {
        this.orderService = orderService;
        this.entityManager = entityManager;
    }

    @Override
    public Optional<Order> findByNumber(String orderNumber) {
        if (orderNumber == null || orderNumber.isBlank()) {
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
        boolean theirs = orderNumber != null && !orderNumber.isBlank() && !entityManager
            .createQuery("select o.id from OrderImpl o where o.orderNumber = :number and o.customer.id = :customer", Long.class)
            .setParameter("number", orderNumber).setParameter("customer", customerId).getResultList().isEmpty();
        return theirs ? findByNumber(orderNumber) : Optional.empty();
    }

    @Override
    public void lock(Long orderId) {
        if (entityManager.find(OrderImpl.class, orderId, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw new IllegalArgumentException("No order " + orderId);
        }
    }

    @Override
    public void readLinesOf(Collection<Order> orders) {
        if (!orders.isEmpty()) {
            entityManager.createQuery("select distinct o from " + OrderImpl.class.getName()
                    + " o left join fetch o.orderItems where o.id in (:ids)")
                .setParameter("ids", orders.stream().map(Order::getId).toList()).getResultList();
        }
    }

    @Override
    public List<OrderedLine> linesOf(Order order) {
        List<OrderedLine> lines = new ArrayList<>();
        for (OrderItem item : order.getOrderItems()) {
            OrderItem real = unproxied(item);
            if (real instanceof BundleOrderItem bundle) {
                bundle.getDiscreteOrderItems().forEach(part -> lines.add(line(part, part.getQuantity() * bundle.getQuantity())));
            } else {
                lines.add(line(real, real.getQuantity()));
            }
        }
        return lines;
    }

    private static OrderedLine line(OrderItem item, int quantity) {
        OrderItem real = unproxied(item);
        Sku sku = real instanceof DiscreteOrderItem discrete ? discrete.getSku() : null;
        return new OrderedLine(real, real.getName(), sku == null || sku.getId() == null ? null : sku.getId().toString(),
            quantity, natureOf(sku));
    }

    private static OrderedLine.Nature natureOf(Sku sku) {
        FulfillmentType type = sku == null ? null : sku.getFulfillmentType();
        if (FulfillmentType.DIGITAL.equals(type)) {
            return OrderedLine.Nature.DIGITAL;
        }
        return FulfillmentType.GIFT_CARD.equals(type) ? OrderedLine.Nature.GIFT_CARD : OrderedLine.Nature.PHYSICAL;
    }

    /** A lazily loaded line is a proxy of the interface only, of which one cannot ask what kind of line it is. */
    private static OrderItem unproxied(OrderItem item) {
        return item instanceof HibernateProxy proxy
            ? (OrderItem) proxy.getHibernateLazyInitializer().getImplementation() : item;
    }
}
