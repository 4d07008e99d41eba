package org.broadleafreturns.core.withdrawal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.PlacedOrders;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The orders of customers who are logged in, so that they need not type what the shop knows. */
public class OrdersToPick {

    private static final int MOST = 15;

    private final PlacedOrders placed;
    private final ShopOrders orders;
    private final TransactionTemplate transaction;

    OrdersToPick(PlacedOrders placed, ShopOrders orders, PlatformTransactionManager transactionManager) {
        this.placed = placed;
        this.orders = orders;
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setReadOnly(true);
    }

    /** The last few that a customer has placed, the last one first, without their articles. */
    public List<PickedOrder> of(Long customerId) {
        return transaction.execute(status -> {
            List<Order> latest = placed.latestOf(customerId, MOST);
            Map<Long, List<OrderedLine>> lines = latest.isEmpty() ? Map.of() : orders.linesOf(latest);
            return latest.stream().map(order -> new PickedOrder(order.getOrderNumber(), order.getSubmitDate(),
                lines.getOrDefault(order.getId(), List.of()).stream().mapToInt(OrderedLine::quantity).sum(), List.of())).toList();
        });
    }

    /** A customer's order with its articles; empty if there is none of that number, it is somebody else's, or it was never placed. */
    public Optional<PickedOrder> find(Long customerId, String number, Locale reader) {
        return transaction.execute(status -> orders.findOfCustomer(number, customerId).filter(order -> order.getSubmitDate() != null)
            .map(order -> shown(order, reader)));
    }

    private PickedOrder shown(Order order, Locale reader) {
        // Of what was removed from the order nothing can be picked.
        List<OrderedLine> lines = orders.linesOf(order).stream().filter(line -> line.quantity() > 0).toList();
        List<Long> items = lines.stream().map(OrderedLine::itemId).toList();
        Map<Long, ArticleDetails> details = orders.detailsOf(items, reader);
        Map<Long, String> pictures = orders.picturesOf(items);
        return new PickedOrder(order.getOrderNumber(), order.getSubmitDate(), lines.stream().mapToInt(OrderedLine::quantity).sum(),
            lines.stream().map(line -> new PickedOrder.Line(line.itemId(), line.name(),
                details.getOrDefault(line.itemId(), ArticleDetails.NONE).words(), line.quantity(), pictures.get(line.itemId()))).toList());
    }
}
