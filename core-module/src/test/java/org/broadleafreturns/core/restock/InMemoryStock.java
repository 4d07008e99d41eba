package org.broadleafreturns.core.restock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.platform.ShopStock;
import org.broadleafreturns.core.platform.StockMove;
import org.broadleafreturns.core.platform.StockObstacle;
import org.broadleafreturns.core.platform.StockedItem;
import org.broadleafreturns.core.platform.StockedSet;
import org.broadleafreturns.core.request.StepGuard;
import org.broadleafreturns.core.request.StepPart;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A shop's shelf in memory, and the real part that puts returned units back on it. */
public final class InMemoryStock implements ShopStock {

    private final Map<Long, StockedItem> items = new HashMap<>();
    private final Map<Long, StockedSet> sets = new HashMap<>();
    private final Map<Long, Integer> shelf = new HashMap<>();
    private final List<StockMovement> moved = new ArrayList<>();

    private final StockMovements movements = new StockMovements() {
        @Override
        public StockMovement save(StockMovement movement) {
            moved.add(movement);
            return movement;
        }

        @Override
        public List<StockMovement> findOfReturns(Collection<Long> requests) {
            return moved.stream().filter(movement -> requests.contains(movement.getRequestId())).toList();
        }

        @Override
        public List<StockMovement> findOfItems(Collection<Long> some) {
            return moved.stream().filter(movement -> some.contains(movement.getOrderItemId())).toList();
        }
    };

    /** An article that an order item was sold of; null units where nobody counts it. */
    public InMemoryStock with(Long orderItem, Long sku, Integer units) {
        items.put(orderItem, new StockedItem(sku, units != null, null, 1));
        if (units != null) {
            shelf.put(sku, units);
        }
        return this;
    }

    /** A set of articles that are there already, so many of each. */
    public InMemoryStock withSet(Long setItem, Long sku, int units, Map<Long, Integer> perSet) {
        perSet.forEach((part, some) -> items.computeIfPresent(part, (item, alone) ->
            new StockedItem(alone.skuId(), alone.counted(), setItem, some)));
        Map<Long, StockedItem> parts = new TreeMap<>(items);
        parts.keySet().retainAll(perSet.keySet());
        sets.put(setItem, new StockedSet(new StockedItem(sku, true, null, 1), "A set", parts));
        shelf.put(sku, units);
        return this;
    }

    /** The part of the steps. */
    public StepPart part(ReturnChoices choices) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/rtn/feature/restock");
        return new RestockPart(new Restocking(movements, this), choices, this, new RestockWords(messages), step -> Map.of());
    }

    /** What stands against steps. */
    public StepGuard guard() {
        return new SoldUnitsStay(new Restocking(movements, this));
    }

    /** How many units of an article there are. */
    public int of(Long sku) {
        return shelf.get(sku);
    }

    /** The same by order item; null where nobody counts it. */
    public Integer ofItem(Long orderItem) {
        return items.get(orderItem).counted() ? of(items.get(orderItem).skuId()) : null;
    }

    /** How many units of an order item returns have put on the shelf and not taken again, as they have noted it. */
    public int moved(Long orderItem) {
        return movements.findOfItems(List.of(orderItem)).stream().mapToInt(StockMovement::balance).sum();
    }

    /** Sells so many units, or as many as there are. */
    public void sell(Long sku, int units) {
        shelf.merge(sku, -Math.min(units, of(sku)), Integer::sum);
    }

    @Override
    public Map<Long, StockedItem> itemsOf(Collection<Long> orderItems) {
        Map<Long, StockedItem> found = new TreeMap<>(items);
        found.keySet().retainAll(orderItems);
        return found;
    }

    @Override
    public Map<Long, StockedSet> setsOf(Collection<Long> setItems) {
        Map<Long, StockedSet> found = new TreeMap<>(sets);
        found.keySet().retainAll(setItems);
        return found;
    }

    @Override
    public Map<Long, StockMove> put(Map<Long, Integer> unitsBySku) {
        Map<Long, StockMove> moves = new TreeMap<>();
        unitsBySku.forEach((sku, units) -> {
            shelf.merge(sku, units, Integer::sum);
            moves.put(sku, StockMove.all(units));
        });
        return moves;
    }

    @Override
    public Map<Long, StockMove> take(Map<Long, Integer> unitsBySku) {
        Map<Long, StockMove> moves = new TreeMap<>();
        unitsBySku.forEach((sku, units) -> {
            int there = Math.min(units, of(sku));
            shelf.merge(sku, -there, Integer::sum);
            moves.put(sku, there == units ? StockMove.all(units) : new StockMove(there, StockObstacle.SOLD));
        });
        return moves;
    }
}
