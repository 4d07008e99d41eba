package org.broadleafreturns.core.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.inventory.service.ContextualInventoryService;
import org.broadleafcommerce.core.inventory.service.InventoryUnavailableException;
import org.broadleafcommerce.core.inventory.service.type.InventoryType;

/**
 * {@link ShopStock} over the platform's inventory, so that a shop whose own handler counts elsewhere is asked as well. Rows are
 * locked before, all of them by their identifiers: after the first change nothing is asked any more that would write it.
 */
public class BroadleafStock implements ShopStock {

    private static final String ITEMS = "select d.id, s.id, d.bundleOrderItem.id, d.quantity from DiscreteOrderItemImpl d join d.sku s"
        + " where d";

    private final EntityManager entityManager;
    private final ContextualInventoryService inventory;
    private final StockRows rows;

    public BroadleafStock(EntityManager entityManager, ContextualInventoryService inventory) {
        this.entityManager = entityManager;
        this.inventory = inventory;
        this.rows = new StockRows(entityManager);
    }

    @Override
    public Map<Long, StockedItem> itemsOf(Collection<Long> orderItems) {
        Map<Long, StockedItem> items = new LinkedHashMap<>();
        query(ITEMS + ".id in (:ids) order by d.id", orderItems).forEach(row -> items.put((Long) row[0], item(row)));
        return items;
    }

    @Override
    public Map<Long, StockedSet> setsOf(Collection<Long> setItems) {
        Map<Long, Map<Long, StockedItem>> parts = new HashMap<>();
        query(ITEMS + ".bundleOrderItem.id in (:ids)", setItems).forEach(row ->
            parts.computeIfAbsent((Long) row[2], set -> new TreeMap<>()).put((Long) row[0], item(row)));
        Map<Long, StockedSet> sets = new TreeMap<>();
        query("select b.id, s.id, b.name from BundleOrderItemImpl b join b.sku s where b.id in (:ids)", setItems).forEach(row ->
            sets.put((Long) row[0], new StockedSet(item((Long) row[1], null, 1), (String) row[2],
                parts.getOrDefault((Long) row[0], Map.of()))));
        return sets;
    }

    private StockedItem item(Object[] row) {
        Long set = (Long) row[2];
        return item((Long) row[1], set, set == null ? 1 : (Integer) row[3]);
    }

    private StockedItem item(Long skuId, Long set, int perSet) {
        Sku sku = StockRows.counted(rows.find(skuId));
        return new StockedItem(sku.getId(), isCounted(sku), set, perSet);
    }

    private List<Object[]> query(String query, Collection<Long> ids) {
        return ids.isEmpty() ? List.of()
            : entityManager.createQuery(query, Object[].class).setParameter("ids", ids).getResultList();
    }

    private static boolean isCounted(Sku sku) {
        return InventoryType.CHECK_QUANTITY.equals(sku.getInventoryType());
    }

    @Override
    public Map<Long, StockMove> put(Map<Long, Integer> unitsBySku) {
        return moved(unitsBySku, (sku, units) -> {
            StockLock.OwnChange change = new StockLock.OwnChange();
            inventory.incrementInventory(sku, units, change.context());
            return change.isUnreadable() ? StockMove.none(StockObstacle.UNREADABLE) : StockMove.all(units);
        });
    }

    @Override
    public Map<Long, StockMove> take(Map<Long, Integer> unitsBySku) {
        return moved(unitsBySku, (sku, units) -> {
            StockLock.OwnChange change = new StockLock.OwnChange();
            Integer available = inventory.retrieveQuantityAvailable(sku, change.context());
            int there = available == null ? units : Math.max(0, Math.min(units, available));
            if (there > 0) {
                take(sku, there, change);
            }
            return there == units ? StockMove.all(units) : new StockMove(there, StockObstacle.SOLD);
        });
    }

    private void take(Sku sku, int units, StockLock.OwnChange change) {
        try {
            inventory.decrementInventory(sku, units, change.context());
        } catch (InventoryUnavailableException e) {
            // Only a shop that counts elsewhere can have sold it in between; the transaction is given up.
            throw new IllegalStateException("What was on the shelf is not any more: " + units + " of article " + sku.getId(), e);
        }
    }

    /** What is done with a row that is locked and says that it counts. */
    private interface Change {

        StockMove of(Sku sku, int units);
    }

    private Map<Long, StockMove> moved(Map<Long, Integer> unitsBySku, Change change) {
        Map<Long, StockMove> moves = new TreeMap<>();
        Map<Long, Sku> locked = rows.locked(unitsBySku.keySet());
        unitsBySku.forEach((id, units) -> {
            Sku sku = locked.get(id);
            moves.put(id, sku == null ? StockMove.none(StockObstacle.GONE)
                : isCounted(sku) ? change.of(sku, units) : StockMove.none(StockObstacle.NOT_COUNTED));
        });
        return moves;
    }
}
