package org.broadleafreturns.core.withdrawal;

import java.util.Date;
import java.util.List;

/**
 * One of a customer's orders, to pick from.
 *
 * @param units how many articles were ordered
 * @param lines none where only the order is shown
 */
public record PickedOrder(String number, Date placedAt, int units, List<Line> lines) {

    public PickedOrder {
        lines = List.copyOf(lines);
    }

    /**
     * One of its articles.
     *
     * @param details what tells it from others of its name
     * @param picture its address as the catalogue has it, or null
     */
    public record Line(Long orderItemId, String name, List<String> details, int quantity, String picture) {

        /** The article in one line. */
        public String called() {
            return details.isEmpty() ? name : name + " (" + String.join(", ", details) + ")";
        }
    }
}
