package org.broadleafreturns.core.restock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.core.platform.ShopStock;
import org.broadleafreturns.core.platform.StockedItem;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.springframework.transaction.annotation.Transactional;

/** What pages for merchants read of stock, in as many queries for many returns as for one. */
@Transactional(value = "blTransactionManager", readOnly = true)
public class StockViews {

    private final StockMovements movements;
    private final ShopStock stock;

    StockViews(StockMovements movements, ShopStock stock) {
        this.movements = movements;
        this.stock = stock;
    }

    /**
     * How the stock of a line stands before a decision. Public for the templates.
     *
     * @param counted whether the platform counts it
     * @param onShelf units that are back on the shelf from a decision that was taken back
     */
    public record LineStock(boolean counted, int onShelf) {
    }

    /** By identifier of the order item, for each of the return's lines. */
    public Map<Long, LineStock> linesOf(ReturnView shown) {
        List<Long> items = shown.lines().stream().map(line -> line.orderItemId()).toList();
        Map<Long, StockedItem> stocked = stock.itemsOf(items);
        Map<Long, Integer> onShelf = movements.findOfReturns(List.of(shown.id())).stream()
            .collect(Collectors.toMap(StockMovement::getOrderItemId, StockMovement::balance, Integer::sum));
        Map<Long, LineStock> lines = new HashMap<>();
        items.forEach(item -> lines.put(item, new LineStock(stocked.containsKey(item) && stocked.get(item).counted(),
            onShelf.getOrDefault(item, 0))));
        return lines;
    }

    /**
     * What is to be said of the stock of some returns, as it is now: of those that are decided, what is back on the shelf and what is
     * not; of those that were reopened, what could not be taken from it.
     *
     * @return by identifier of the return; those of which nothing is to be said are missing
     */
    public Map<Long, List<StockNote>> notesOn(Collection<ReturnView> returns) {
        Map<Long, ReturnView> shown = returns.stream()
            .filter(one -> one.status().isDecision() || one.status() == ReturnStatus.RECEIVED)
            .collect(Collectors.toMap(ReturnView::id, Function.identity()));
        if (shown.isEmpty()) {
            return Map.of();
        }
        List<StockMovement> found = movements.findOfReturns(shown.keySet());
        Map<Long, Map<Long, Integer>> sets = setsOnShelf(found);
        Map<Long, List<StockNote>> notes = new HashMap<>();
        found.stream().collect(Collectors.groupingBy(StockMovement::getRequestId)).forEach((request, moved) -> {
            List<StockNote> said = notes(moved, sets, shown.get(request));
            if (!said.isEmpty()) {
                notes.put(request, said);
            }
        });
        return notes;
    }

    /**
     * How many of the whole sets that are on the shelf each return of the order has brought, by order item and return: one return takes a
     * set that the other has completed.
     *
     * @param moved of some of the order's returns
     */
    private Map<Long, Map<Long, Integer>> setsOnShelf(List<StockMovement> moved) {
        Set<Long> items = moved.stream().filter(movement -> movement.getSetName() != null).map(StockMovement::getOrderItemId)
            .collect(Collectors.toSet());
        Map<Long, Map<Long, Integer>> sets = new HashMap<>();
        if (!items.isEmpty()) {
            movements.findOfItems(items).forEach(movement ->
                move(sets.computeIfAbsent(movement.getOrderItemId(), item -> new LinkedHashMap<>()), movement));
        }
        return sets;
    }

    /** What is taken are a return's own ones, then those of others, the oldest first. */
    private static void move(Map<Long, Integer> byReturn, StockMovement movement) {
        if (movement.isPut()) {
            byReturn.merge(movement.getRequestId(), movement.getMoved(), Integer::sum);
            return;
        }
        int left = movement.getMoved();
        for (Long holder : Stream.concat(Stream.of(movement.getRequestId()), List.copyOf(byReturn.keySet()).stream()).toList()) {
            int units = Math.min(left, byReturn.getOrDefault(holder, 0));
            left -= units;
            byReturn.computeIfPresent(holder, (one, some) -> some == units ? null : some - units);
        }
    }

    /**
     * @param moved of one return, oldest first
     * @param sets as {@link #setsOnShelf} has them
     */
    private static List<StockNote> notes(List<StockMovement> moved, Map<Long, Map<Long, Integer>> sets, ReturnView shown) {
        boolean decided = shown.status().isDecision();
        // Of what earlier decisions could not move nothing is left to be said, and where they moved nothing, nothing was taken back.
        List<StockNote> notes = new ArrayList<>();
        moved.stream().collect(Collectors.groupingBy(StockMovement::getOrderItemId, TreeMap::new, Collectors.toList()))
            .forEach((item, ofItem) -> {
                StockMovement last = ofItem.get(ofItem.size() - 1);
                int onShelf = last.getSetName() == null ? ofItem.stream().mapToInt(StockMovement::balance).sum()
                    : sets.get(item).getOrDefault(shown.id(), 0);
                if (onShelf > 0) {
                    notes.add(decided ? StockNote.note(last, StockNote.Kind.PUT, onShelf, null)
                        : StockNote.note(last, StockNote.Kind.STAYING, onShelf, last.getObstacle()));
                }
                if (decided) {
                    ofItem.stream().filter(movement -> movement.isOf(shown.statusChangedAt()))
                        .flatMap(movement -> StockNote.of(movement).stream())
                        .filter(note -> note.kind() == StockNote.Kind.NOT_PUT).forEach(notes::add);
                }
            });
        return notes;
    }
}
