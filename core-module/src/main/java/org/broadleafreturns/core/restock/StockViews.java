package org.broadleafreturns.core.restock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        Map<Long, List<StockNote>> notes = new HashMap<>();
        movements.findOfReturns(shown.keySet()).stream().collect(Collectors.groupingBy(StockMovement::getRequestId))
            .forEach((request, moved) -> {
                List<StockNote> found = notes(moved, shown.get(request));
                if (!found.isEmpty()) {
                    notes.put(request, found);
                }
            });
        return notes;
    }

    /** @param moved of one return, oldest first */
    private static List<StockNote> notes(List<StockMovement> moved, ReturnView shown) {
        boolean decided = shown.status().isDecision();
        // Of what earlier decisions could not move nothing is left to be said, and where they moved nothing, nothing was taken back.
        List<StockNote> notes = new ArrayList<>();
        moved.stream().collect(Collectors.groupingBy(StockMovement::getOrderItemId, TreeMap::new, Collectors.toList()))
            .values().forEach(ofItem -> {
                StockMovement last = ofItem.get(ofItem.size() - 1);
                int onShelf = ofItem.stream().mapToInt(StockMovement::balance).sum();
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
