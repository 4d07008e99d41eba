package org.broadleafreturns.core.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many units of an order's items are in returns already. */
class TakenQuantities {

    private final ReturnRequests requests;

    TakenQuantities(ReturnRequests requests) {
        this.requests = requests;
    }

    /**
     * By order item identifier, over all returns of the order but one.
     *
     * @param leftOut the identifier of the return that does not count
     */
    Map<Long, Integer> without(Long orderId, Long leftOut) {
        return sum(requests.findQuantities(orderId).stream().filter(row -> !row[1].equals(leftOut)).toList());
    }

    /**
     * By order item identifier, over those returns of the order that were made before one.
     *
     * @param one the identifier of a return, or null for one that is not there yet
     */
    static Map<Long, Integer> before(Long one, List<Object[]> rows) {
        return sum(rows.stream().filter(row -> one == null || (Long) row[1] < one).toList());
    }

    /** How many units decisions hold, by order item identifier, over all returns of the order but one. */
    Map<Long, Integer> heldWithout(Long orderId, Long leftOut) {
        return sum(requests.findQuantities(orderId).stream()
            .filter(row -> !row[1].equals(leftOut) && statusOf(row).isDecision()).toList());
    }

    /** By order item identifier, from rows of {@link ReturnRequests#findQuantities}. */
    static Map<Long, Integer> sum(List<Object[]> rows) {
        Map<Long, Integer> taken = new HashMap<>();
        for (Object[] row : rows) {
            taken.merge((Long) row[0], ReturnLine.taken(statusOf(row), (Integer) row[3], ((Number) row[4]).intValue()), Integer::sum);
        }
        return taken;
    }

    /** How many returns there are in such rows, those that came to nothing not counted. */
    static int countReturns(List<Object[]> rows) {
        return (int) rows.stream().filter(row -> !statusOf(row).isVoid()).map(row -> row[1]).distinct().count();
    }

    private static ReturnStatus statusOf(Object[] row) {
        return ReturnStatus.valueOf((String) row[2]);
    }
}
