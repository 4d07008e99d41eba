package org.broadleafreturns.core.request;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.broadleafreturns.core.delivery.Arrival;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.kernel.PieceOfWork;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many units of returns have not left the shop, as far as the shop says so: nothing of them can arrive, and their parcel is to be
 * stopped. Returns of before have what was sent.
 */
public class UnsentUnits {

    private final ReturnRequests requests;
    private final ShopOrders orders;
    private final DeliveryService deliveries;

    UnsentUnits(ReturnRequests requests, ShopOrders orders, DeliveryService deliveries) {
        this.requests = requests;
        this.orders = orders;
        this.deliveries = deliveries;
    }

    /** By the line's identifier; those of which all has left are missing. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Map<Long, Integer> of(ReturnView shown) {
        Map<Long, Integer> unsent = new HashMap<>();
        shown.lines().forEach(line -> put(unsent, line.id(), line.quantityMissing(), line.quantityRequested(),
            left(shown.orderId(), shown.id()).get(line.orderItemId())));
        return unsent;
    }

    /** The same in the caller's transaction. */
    Map<Long, Integer> of(ReturnRequest request) {
        Map<Long, Integer> unsent = new HashMap<>();
        request.getLines().forEach(line -> put(unsent, line.getId(), line.missing(), line.getQuantityRequested(),
            left(request.getOrderId(), request.getId()).get(line.getOrderItemId())));
        return unsent;
    }

    /** Those of them that a decision keeps without their coming back, before it is done: by the line's identifier. */
    public Map<Long, Integer> kept(EnteredStep step) {
        Map<Long, Integer> kept = new TreeMap<>();
        step.goods().stream().filter(goods -> goods.isDecided() && goods.kept() > 0)
            .forEach(goods -> kept.put(goods.lineId(), goods.kept()));
        if (!kept.isEmpty()) {
            Map<Long, Integer> unsent = of(step.request());
            kept.keySet().retainAll(unsent.keySet());
            kept.replaceAll((line, units) -> Math.min(units, unsent.get(line)));
        }
        return kept;
    }

    /** The same as it was noted with the decision's preview. */
    public static int noted(EnteredStep step, ReturnLine line) {
        String units = step.input(UnsentPart.NAME + "[" + line.getId() + "]");
        return units != null && units.matches("[0-9]{1,9}") ? Math.min(Integer.parseInt(units), line.getQuantityKept()) : 0;
    }

    /** @param left units that have left the shop and are in no return of before; null if all have left */
    private static void put(Map<Long, Integer> unsent, Long line, int missing, int requested, Integer left) {
        int units = left == null ? 0 : Math.min(missing, requested - Math.max(0, left));
        if (units > 0) {
            unsent.put(line, units);
        }
    }

    /** By order item. */
    private Map<Long, Integer> left(Long orderId, Long returnId) {
        return PieceOfWork.recall(UnsentUnits.class.getName() + "." + returnId, () -> {
            Map<Long, Arrival> arrivals = deliveries.arrivals(orderId);
            Map<Long, Integer> left = new HashMap<>();
            if (arrivals.values().stream().anyMatch(arrival -> arrival.unshipped() > 0)) {
                Map<Long, Integer> ordered = orders.unitsOf(orderId);
                Map<Long, Integer> before = TakenQuantities.before(returnId, requests.findQuantities(orderId));
                arrivals.forEach((item, arrival) -> {
                    if (arrival.unshipped() > 0) {
                        left.put(item, ordered.getOrDefault(item, 0) - arrival.unshipped() - before.getOrDefault(item, 0));
                    }
                });
            }
            return left;
        });
    }
}
