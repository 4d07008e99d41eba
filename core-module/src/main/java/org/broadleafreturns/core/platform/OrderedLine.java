package org.broadleafreturns.core.platform;

import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.hibernate.proxy.HibernateProxy;

/**
 * One line of a shop's order as far as returns are concerned.
 *
 * @param item the platform's order item that a return line will point to
 * @param name the article's name as it was sold
 * @param sku the stock keeping unit's identifier for people, or null if the line has none
 * @param quantity how many units were ordered in all; for a part of a bundle, units per bundle times bundles
 * @param nature whether the line is something that a parcel can bring back
 */
public record OrderedLine(OrderItem item, String name, String sku, int quantity, Nature nature) {

    /** What a line is made of. */
    public enum Nature {
        /** A thing that was shipped or picked up. */
        PHYSICAL,
        /** A download or service. */
        DIGITAL,
        /** A gift card, which is money rather than goods. */
        GIFT_CARD
    }

    /** The identifier of the product that was ordered, or null if the line has none. */
    public Long productId() {
        if (!(item instanceof DiscreteOrderItem discrete)) {
            return null;
        }
        Product product = discrete.getProduct();
        if (product == null && discrete.getSku() != null) {
            product = discrete.getSku().getProduct();
        }
        // A proxy knows its identifier; asking it like any other product would load it.
        return product instanceof HibernateProxy proxy ? (Long) proxy.getHibernateLazyInitializer().getIdentifier()
            : product == null ? null : product.getId();
    }

    /** The identifier of the platform's order item. */
    public Long itemId() {
        return item.getId();
    }
}
