package org.broadleafreturns.core.restock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.platform.ShopStock;
import org.broadleafreturns.core.platform.StockMove;
import org.broadleafreturns.core.platform.StockObstacle;
import org.broadleafreturns.core.platform.StockedItem;
import org.broadleafreturns.core.platform.StockedSet;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.restock.StockMovement.Wanted;

/**
 * Moves stock with a decision and with its taking back, in the same transaction and within the order's turn. What was put back and
 * could not be taken again goes on counting as put back, so that no unit is put back twice.
 *
 * <p>All rows of stock are locked in one call, before the first is changed: what is asked of them afterwards would have the session
 * write the return before the step is at its end.
 */
class Restocking {

    /** The kinds of the journal's entries. */
    static final String RESTOCKED = "RESTOCKED";
    static final String TAKEN = "TAKEN_FROM_STOCK";

    private final StockMovements movements;
    private final ShopStock stock;

    Restocking(StockMovements movements, ShopStock stock) {
        this.movements = movements;
        this.stock = stock;
    }

    /** How many units of each order item a return has on the shelf, by identifier of the item. */
    Map<Long, Integer> onShelf(Long returnId) {
        return balances(movements.findOfReturns(List.of(returnId)));
    }

    private static Map<Long, Integer> balances(List<StockMovement> some) {
        return some.stream()
            .collect(Collectors.toMap(StockMovement::getOrderItemId, StockMovement::balance, Integer::sum, TreeMap::new));
    }

    /**
     * Puts back what a decision says can be sold again, without what is on the shelf from one that was taken back.
     *
     * @param sellable units by order item
     */
    void putBack(ReturnRequest request, Map<Long, Integer> sellable, Happening happening) {
        if (sellable.values().stream().allMatch(units -> units == 0)) {
            return;
        }
        Map<Long, Integer> before = onShelf(request.getId());
        Map<Long, Integer> wanted = new TreeMap<>();
        sellable.forEach((item, units) -> {
            if (units > before.getOrDefault(item, 0)) {
                wanted.put(item, units - before.getOrDefault(item, 0));
            }
        });
        if (wanted.isEmpty()) {
            return;
        }
        Map<Long, StockedItem> items = stock.itemsOf(wanted.keySet());
        List<Wanted> rows = new ArrayList<>();
        List<Wanted> counted = new ArrayList<>();
        wanted.forEach((item, units) -> {
            StockedItem stocked = items.get(item);
            Wanted row = new Wanted(item, null, stocked == null ? null : stocked.skuId(), units);
            rows.add(row);
            if (stocked != null && stocked.counted()) {
                counted.add(row);
            }
        });
        List<Wanted> sets = setsCompletedBy(wanted, items);
        rows.addAll(sets);
        counted.addAll(sets);
        Map<Long, StockMove> moves = counted.isEmpty() ? Map.of() : stock.put(unitsBySku(counted));
        List<StockMovement> done = new ArrayList<>();
        for (Wanted row : rows) {
            StockMove move = StockMove.none(row.skuId() == null ? StockObstacle.GONE : StockObstacle.NOT_COUNTED);
            if (counted.contains(row)) {
                StockObstacle obstacle = moves.get(row.skuId()).obstacle();
                move = obstacle == null ? StockMove.all(row.units()) : StockMove.none(obstacle);
            }
            done.add(movements.save(
                StockMovement.put(request.getId(), request.getVersion(), row, move, happening.when())));
        }
        if (done.stream().anyMatch(one -> one.getMoved() > 0 || one.getObstacle() != StockObstacle.NOT_COUNTED)) {
            note(request, RESTOCKED, done, happening);
        }
        if (done.stream().anyMatch(one -> one.getMoved() > 0)) {
            tell(request, RestockEventKinds.RESTOCKED, done, happening);
        }
    }

    /** Takes from the shelf what the decision has put there, as far as it still is. */
    void takeBack(ReturnRequest request, Happening happening) {
        List<StockMovement> before = movements.findOfReturns(List.of(request.getId()));
        List<Wanted> rows = new ArrayList<>(wantedBack(before));
        if (rows.isEmpty()) {
            return;
        }
        rows.addAll(setsBrokenBy(rows));
        Map<Long, StockMove> moves = stock.take(unitsBySku(rows));
        Map<Long, Integer> left = new TreeMap<>();
        moves.forEach((sku, move) -> left.put(sku, move.units()));
        List<StockMovement> done = new ArrayList<>();
        for (Wanted row : rows) {
            int units = Math.min(row.units(), left.get(row.skuId()));
            left.merge(row.skuId(), -units, Integer::sum);
            StockMove move = units == row.units() ? StockMove.all(units) : new StockMove(units, moves.get(row.skuId()).obstacle());
            done.add(movements.save(StockMovement.taken(request.getId(), request.getVersion(), row, move, happening.when())));
        }
        note(request, TAKEN, done, happening);
        tell(request, RestockEventKinds.TAKEN, done, happening);
    }

    /** What the return's own lines have on the shelf, from the articles that it was put to. */
    private static List<Wanted> wantedBack(List<StockMovement> before) {
        Map<Long, Map<Long, Integer>> bySku = new TreeMap<>();
        before.stream().filter(movement -> movement.getSetName() == null && movement.getSkuId() != null).forEach(movement ->
            bySku.computeIfAbsent(movement.getOrderItemId(), item -> new TreeMap<>())
                .merge(movement.getSkuId(), movement.balance(), Integer::sum));
        List<Wanted> wanted = new ArrayList<>();
        bySku.forEach((item, units) -> units.forEach((sku, some) -> {
            if (some > 0) {
                wanted.add(new Wanted(item, null, sku, some));
            }
        }));
        return wanted;
    }

    /** Whole sets that are on the shelf again once these parts are, of whichever of the order's returns the others were. */
    private List<Wanted> setsCompletedBy(Map<Long, Integer> parts, Map<Long, StockedItem> items) {
        List<Wanted> completed = new ArrayList<>();
        sets(items).forEach((set, found) -> {
            int more = complete(found, parts) - found.onShelf().getOrDefault(set, 0);
            if (more > 0) {
                completed.add(found.wanted(set, more));
            }
        });
        return completed;
    }

    /** Whole sets that are not on the shelf any more once these parts are not. */
    private List<Wanted> setsBrokenBy(List<Wanted> parts) {
        Map<Long, StockedItem> items = stock.itemsOf(parts.stream().map(Wanted::orderItemId).toList());
        Map<Long, Integer> fewer = parts.stream().collect(Collectors.toMap(Wanted::orderItemId, part -> -part.units(), Integer::sum));
        List<Wanted> broken = new ArrayList<>();
        sets(items).forEach((set, found) -> {
            int less = found.onShelf().getOrDefault(set, 0) - complete(found, fewer);
            if (less > 0) {
                broken.add(found.wanted(set, less));
            }
        });
        return broken;
    }

    /**
     * A set that is counted, as some of its parts are.
     *
     * @param onShelf units of its parts, and of itself, by order item, in all returns of the order
     */
    private record CountedSet(StockedSet stocked, Map<Long, Integer> onShelf) {

        Wanted wanted(Long setItem, int units) {
            return new Wanted(setItem, stocked.name() == null ? "" : stocked.name(), stocked.own().skuId(), units);
        }
    }

    private Map<Long, CountedSet> sets(Map<Long, StockedItem> items) {
        Set<Long> ofSets = items.values().stream().filter(item -> item.counted() && item.setItemId() != null)
            .map(StockedItem::setItemId).collect(Collectors.toSet());
        Map<Long, StockedSet> sets = ofSets.isEmpty() ? Map.of() : new LinkedHashMap<>(stock.setsOf(ofSets));
        sets.values().removeIf(set -> !set.own().counted());
        if (sets.isEmpty()) {
            return Map.of();
        }
        Set<Long> all = new HashSet<>(sets.keySet());
        sets.values().forEach(set -> all.addAll(set.parts().keySet()));
        Map<Long, Integer> onShelf = balances(movements.findOfItems(all));
        return sets.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, set -> new CountedSet(set.getValue(), onShelf),
            (one, other) -> one, TreeMap::new));
    }

    /** How many whole sets are on the shelf with so many units more or fewer; parts that are not counted keep none from being whole. */
    private static int complete(CountedSet set, Map<Long, Integer> more) {
        return set.stocked().parts().entrySet().stream().filter(part -> part.getValue().counted())
            .mapToInt(part -> (set.onShelf().getOrDefault(part.getKey(), 0) + more.getOrDefault(part.getKey(), 0))
                / part.getValue().perSet())
            .min().orElse(0);
    }

    private static Map<Long, Integer> unitsBySku(List<Wanted> rows) {
        return rows.stream().collect(Collectors.toMap(Wanted::skuId, Wanted::units, Integer::sum, TreeMap::new));
    }

    private static void note(ReturnRequest request, String kind, List<StockMovement> done, Happening happening) {
        Map<String, String> details = new TreeMap<>();
        done.stream().flatMap(movement -> StockNote.of(movement).stream()).forEach(note -> note.writeInto(details));
        happening.note(request, new JournalEntry(kind, happening.when(), happening.actor()).detailed(details));
    }

    private static void tell(ReturnRequest request, String kind, List<StockMovement> done, Happening happening) {
        happening.tell(request, kind, Map.of("items", list(done, StockMovement::getMoved),
            "left", list(done, movement -> movement.getUnits() - movement.getMoved()),
            "obstacles", list(done, StockMovement::getObstacle)));
    }

    /** In the form of the other events: by order item, without those of which there is none. */
    private static String list(List<StockMovement> done, Function<StockMovement, ?> value) {
        return done.stream()
            .filter(movement -> value.apply(movement) != null && !Integer.valueOf(0).equals(value.apply(movement)))
            .map(movement -> movement.getOrderItemId() + ":" + value.apply(movement)).collect(Collectors.joining(" "));
    }
}
