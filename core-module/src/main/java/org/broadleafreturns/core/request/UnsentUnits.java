package org.broadleafreturns.core.request;

import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.broadleafreturns.core.delivery.Arrival;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.PieceOfWork;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many units of returns have not left the shop, as far as the shop says so: nothing of them can arrive. Of a line's units what was
 * shipped comes back first, then what waits to be shipped, whose parcel is to be stopped; last come those that never will be, since their
 * fulfilment group is cancelled. Returns of before have the first ones.
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

    /**
     * Some units of a line.
     *
     * @param unsent how many of them have not left the shop
     * @param toStop how many of those wait to be shipped with a parcel that is to be stopped
     */
    public record Some(int unsent, int toStop) {

        static final Some NONE = new Some(0, 0);
    }

    /** Where the units of a line are. */
    private record Place(int ordered, int shipped, int waiting, int inReturnsOfBefore) {

        static Place of(int ordered, Arrival arrival, int inReturnsOfBefore) {
            return new Place(ordered, Math.max(0, ordered - arrival.unshipped()), arrival.waiting(), inReturnsOfBefore);
        }

        /** As far as there are so many that are in no return of before. */
        Some left(int units) {
            return of(Math.max(0, Math.min(units, ordered - inReturnsOfBefore)));
        }

        Some of(int units) {
            int end = inReturnsOfBefore + units;
            return new Some(Math.max(0, end - Math.max(inReturnsOfBefore, shipped)),
                Math.max(0, Math.min(end, shipped + waiting) - Math.max(inReturnsOfBefore, shipped)));
        }
    }

    /** By the line's identifier; those of which all has left are missing. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Map<Long, Integer> of(ReturnView shown) {
        return of(shown, Some::unsent);
    }

    /** Those of them that wait to be shipped, by the line's identifier; downloads are in no parcel. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Map<Long, Integer> toStop(ReturnView shown) {
        Map<Long, Integer> toStop = of(shown, Some::toStop);
        if (!toStop.isEmpty()) {
            Set<Long> things = orders.findById(shown.orderId()).map(orders::linesOf).orElse(List.of()).stream()
                .filter(line -> line.nature() == OrderedLine.Nature.PHYSICAL).map(OrderedLine::itemId).collect(Collectors.toSet());
            shown.lines().stream().filter(line -> !things.contains(line.orderItemId())).map(LineView::id).forEach(toStop::remove);
        }
        return toStop;
    }

    private Map<Long, Integer> of(ReturnView shown, ToIntFunction<Some> what) {
        Map<Long, Integer> unsent = new HashMap<>();
        shown.lines().forEach(line -> put(unsent, line.id(), line.quantityMissing(),
            what.applyAsInt(some(shown.orderId(), shown.id(), line.orderItemId(), line.quantityRequested()))));
        return unsent;
    }

    /** The same in the caller's transaction. */
    public Map<Long, Integer> of(ReturnRequest request) {
        Map<Long, Integer> unsent = new HashMap<>();
        request.getLines().forEach(line -> put(unsent, line.getId(), line.missing(),
            some(request.getOrderId(), request.getId(), line.getOrderItemId(), line.getQuantityRequested()).unsent()));
        return unsent;
    }

    /** Those of them that the decision that stands has noted as it was made; none before one. */
    public static Map<Long, Integer> noted(ReturnRequest request) {
        Map<Long, Integer> noted = new HashMap<>();
        if (request.getStatus().isDecision()) {
            Date decided = request.getJournal().stream().filter(JournalEntry::isStatus).map(JournalEntry::getHappenedAt)
                .max(Comparator.naturalOrder()).orElse(request.getStatusChangedAt());
            request.getJournal().stream()
                .filter(entry -> ReturnRequest.UNSENT.equals(entry.getKind()) && !entry.getHappenedAt().before(decided))
                .forEach(entry -> request.getLines().forEach(line -> put(noted, line.getId(), line.getQuantityKept(),
                    Integer.parseInt(entry.getDetails().getOrDefault(line.getOrderItemId().toString(), "0")))));
        }
        return noted;
    }

    /**
     * Those of some running returns of which nothing can be sent back, since nothing of it has left the shop; in as many queries for many
     * as for one.
     */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Set<Long> withNothingToSend(Collection<ReturnView> returns) {
        List<ReturnView> some = returns.stream().filter(shown -> shown.status().isRunning()
            && shown.lines().stream().allMatch(line -> line.quantityReceived() == 0)).toList();
        Set<Long> coming = coming(some.stream().flatMap(shown -> shown.lines().stream().map(line ->
            new Asked(shown.id(), shown.orderId(), line.orderItemId(), line.quantityRequested(), line.quantityMissing()))).toList());
        return some.stream().map(ReturnView::id).filter(id -> !coming.contains(id)).collect(Collectors.toSet());
    }

    /** Those of some returns of which units are missing that have left the shop, so that they can come; in as many queries. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Set<Long> withAnythingToCome(Collection<Long> returns) {
        return returns.isEmpty() ? Set.of() : coming(requests.findWithLines(returns).stream()
            .flatMap(request -> request.getLines().stream().map(line -> new Asked(request.getId(), request.getOrderId(),
                line.getOrderItemId(), line.getQuantityRequested(), line.missing()))).toList());
    }

    /** Whether nothing at all of a return that is being made has left the shop; in the caller's transaction. */
    boolean isAll(ReturnRequest made) {
        return coming(made.getLines().stream().map(line -> new Asked(null, made.getOrderId(), line.getOrderItemId(),
            line.getQuantityRequested(), line.getQuantityRequested())).toList()).isEmpty();
    }

    /**
     * A line of a return.
     *
     * @param returnId null of one that is being made
     */
    private record Asked(Long returnId, Long orderId, Long item, int requested, int missing) {
    }

    /** The identifiers of the returns of which missing units have left the shop. */
    private Set<Long> coming(List<Asked> lines) {
        List<Long> orderIds = lines.stream().map(Asked::orderId).distinct().sorted().toList();
        Map<Long, Arrival> arrivals = orderIds.isEmpty() ? Map.of()
            : PieceOfWork.recall(UnsentUnits.class.getName() + ".arrivals" + orderIds, () -> deliveries.arrivals(orderIds));
        boolean any = isAny(arrivals.values());
        Map<Long, Integer> ordered = any ? orders.unitsOf(orderIds) : Map.of();
        Map<Long, List<Object[]>> quantities = !any ? Map.of() : requests.findQuantities(orderIds).stream()
            .collect(Collectors.groupingBy(row -> (Long) row[5]));
        Set<Long> coming = new HashSet<>();
        lines.forEach(line -> {
            Arrival arrival = arrivals.getOrDefault(line.item(), Arrival.UNKNOWN);
            int unsent = arrival.unshipped() == 0 ? 0 : Place.of(ordered.getOrDefault(line.item(), 0), arrival, TakenQuantities.before(
                line.returnId(), quantities.getOrDefault(line.orderId(), List.of())).getOrDefault(line.item(), 0))
                .of(line.requested()).unsent();
            if (line.missing() > unsent) {
                coming.add(line.returnId());
            }
        });
        return coming;
    }

    /**
     * How many units of which a return is to be made, or was, have not left the shop, by order item; those of which all has left are
     * missing.
     *
     * @param returnId the return that was made of them, or the first one; null for one that is not there yet
     * @param arrivals of the order's items
     */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Map<Long, Some> of(Long orderId, Map<Long, Integer> units, Long returnId, Map<Long, Arrival> arrivals) {
        Map<Long, Place> places = places(orderId, returnId, arrivals);
        Map<Long, Some> unsent = new HashMap<>();
        units.forEach((item, wanted) -> {
            Some some = places.containsKey(item) ? places.get(item).left(wanted) : Some.NONE;
            if (some.unsent() > 0) {
                unsent.put(item, some);
            }
        });
        return unsent;
    }

    /** Whether anything of an order has not left the shop. */
    public static boolean isAny(Collection<Arrival> arrivals) {
        return arrivals.stream().anyMatch(arrival -> arrival.unshipped() > 0);
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

    private static void put(Map<Long, Integer> unsent, Long line, int missing, int units) {
        int here = Math.min(missing, units);
        if (here > 0) {
            unsent.put(line, here);
        }
    }

    private Some some(Long orderId, Long returnId, Long item, int units) {
        Place place = PieceOfWork.recall(UnsentUnits.class.getName() + "." + returnId,
            () -> places(orderId, returnId, deliveries.arrivals(orderId))).get(item);
        return place == null ? Some.NONE : place.of(units);
    }

    /** By order item, of those of which not all has left. */
    private Map<Long, Place> places(Long orderId, Long returnId, Map<Long, Arrival> arrivals) {
        Map<Long, Place> places = new HashMap<>();
        if (isAny(arrivals.values())) {
            Map<Long, Integer> ordered = orders.unitsOf(orderId);
            Map<Long, Integer> before = TakenQuantities.before(returnId, requests.findQuantities(orderId));
            arrivals.forEach((item, arrival) -> {
                if (arrival.unshipped() > 0) {
                    places.put(item, Place.of(ordered.getOrDefault(item, 0), arrival, before.getOrDefault(item, 0)));
                }
            });
        }
        return places;
    }
}
