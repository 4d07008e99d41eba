package org.broadleafreturns.core.restock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadleafreturns.core.platform.StockObstacle;

/**
 * Something that is to be said of the stock of an order item. Public for the templates.
 *
 * @param setName of a whole set; null for what has a line in the return
 * @param obstacle why units were not moved; null where they were
 */
public record StockNote(Long orderItemId, String setName, Kind kind, int units, StockObstacle obstacle) {

    private static final String NAME = "stock.";
    private static final String SET = "set.";

    /** What there is to say. */
    public enum Kind {
        /** Units are back on the shelf. */
        PUT,
        /** Units could be sold again, and the stock was not changed. */
        NOT_PUT,
        /** Units were taken from the shelf again. */
        TAKEN,
        /** Units were to be taken from the shelf and are not there any more: they go on counting as put back. */
        STAYING
    }

    /** What one movement did, and what it did not. */
    static List<StockNote> of(StockMovement movement) {
        List<StockNote> notes = new ArrayList<>();
        if (movement.getMoved() > 0) {
            notes.add(note(movement, movement.isPut() ? Kind.PUT : Kind.TAKEN, movement.getMoved(), null));
        }
        if (movement.getMoved() < movement.getUnits()) {
            notes.add(note(movement, movement.isPut() ? Kind.NOT_PUT : Kind.STAYING, movement.getUnits() - movement.getMoved(),
                movement.getObstacle()));
        }
        return notes;
    }

    static StockNote note(StockMovement movement, Kind kind, int units, StockObstacle obstacle) {
        return new StockNote(movement.getOrderItemId(), movement.getSetName(), kind, units, obstacle);
    }

    /** Into the details of an entry of the journal. */
    void writeInto(Map<String, String> details) {
        details.merge(NAME + orderItemId, kind + "=" + units + (obstacle == null ? "" : "=" + obstacle),
            (one, other) -> one + " " + other);
        if (setName != null) {
            details.put(SET + orderItemId, setName);
        }
    }

    /** What {@link #writeInto} has written. */
    static List<StockNote> in(Map<String, String> details) {
        Map<Long, List<StockNote>> notes = new TreeMap<>();
        details.forEach((name, text) -> {
            if (name.startsWith(NAME)) {
                Long item = Long.valueOf(name.substring(NAME.length()));
                for (String value : text.split(" ")) {
                    String[] parts = value.split("=");
                    notes.computeIfAbsent(item, first -> new ArrayList<>()).add(new StockNote(item, details.get(SET + item),
                        Kind.valueOf(parts[0]), Integer.parseInt(parts[1]),
                        parts.length > 2 ? StockObstacle.valueOf(parts[2]) : null));
                }
            }
        });
        return notes.values().stream().flatMap(List::stream).toList();
    }
}
