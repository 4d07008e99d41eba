package org.broadleafreturns.core.request;

import java.util.HashMap;
import java.util.Map;

/** How many units of an order's items are in returns already. */
class TakenQuantities {

    private final ReturnRequests requests;

    TakenQuantities(ReturnRequests requests) {
        this.requests = requests;
    }

    /** By order item identifier, over all returns of the order. */
    Map<Long, Integer> of(Long orderId) {
        return without(orderId, null);
    }

    /**
     * By order item identifier, over all returns of the order but one.
     *
     * @param leftOut the identifier of the return that does not count, or null
     */
    Map<Long, Integer> without(Long orderId, Long leftOut) {
        Map<Long, Integer> taken = new HashMap<>();
        for (Object[] row : requests.findQuantities(orderId)) {
            if (!row[1].equals(leftOut)) {
                ReturnStatus status = ReturnStatus.valueOf((String) row[2]);
                taken.merge((Long) row[0], ReturnLine.taken(status, (Integer) row[3], (Integer) row[4]), Integer::sum);
            }
        }
        return taken;
    }
}
