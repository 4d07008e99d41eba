package org.broadleafreturns.core.platform;

import java.util.List;
import java.util.function.Supplier;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * One line of a shop's order as far as returns are concerned.
 *
 * @param itemId the identifier of the platform's order item that a return line will point to
 * @param source reads that item
 * @param name the article's name as it was sold
 * @param sku the stock keeping unit's identifier for people, or null if the line has none
 * @param quantity how many units were ordered in all; for a part of a bundle, units per bundle times bundles
 * @param nature whether the line is something that a parcel can bring back
 * @param productId the product that was ordered, or null if the line has none
 * @param bundleId for a part of a bundle, the bundle's own product; else null
 * @param codes what names the article besides its name, as {@link ShopOrders#codesOf} has it
 */
@ForIntegrators
public record OrderedLine(Long itemId, Source source, String name, String sku, int quantity, Nature nature,
        Long productId, Long bundleId, List<String> codes) {

    /** Where a line's order item comes from. */
    public interface Source extends Supplier<OrderItem> {

        /** The item for whoever only refers to it. */
        default OrderItem reference() {
            return get();
        }
    }

    /** What a line is made of. */
    public enum Nature {
        /** A thing that was shipped or picked up. */
        PHYSICAL,
        /** A download or service. */
        DIGITAL,
        /** A gift card, which is money rather than goods. */
        GIFT_CARD
    }

    /** A line on its own, of which the catalogue has no product. */
    public OrderedLine(OrderItem item, String name, String sku, int quantity, Nature nature) {
        this(item.getId(), () -> item, name, sku, quantity, nature, null, null);
    }

    /** A line whose article has no codes. */
    public OrderedLine(Long itemId, Source source, String name, String sku, int quantity, Nature nature, Long productId,
            Long bundleId) {
        this(itemId, source, name, sku, quantity, nature, productId, bundleId, List.of());
    }

    /** The platform's order item, read from the database if it was not yet; a page with many orders asks this of none. */
    public OrderItem item() {
        return source.get();
    }

    /** The same for a record that refers to it, without reading it; of what kind it is, it may not say. */
    public OrderItem itemToReferTo() {
        return source.reference();
    }
}
