package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What bears on a further refund, of those that a return has and of its goods.
 *
 * @param unsettled whether a refund of it is on its way, unknown, or has failed in part
 * @param contradicted whether one counts as failed of which the gateway says by now that it has paid it, and nobody has looked
 * @param deducted what its refunds have taken off
 * @param unshipped units of order items that have not left the shop; those without any are missing
 */
record RefundSoFar(boolean unsettled, boolean contradicted, BigDecimal deducted, Map<Long, Integer> unshipped) {

    /** Nothing was refunded, and everything has left the shop. */
    static final RefundSoFar NOTHING = new RefundSoFar(false, false, BigDecimal.ZERO, Map.of());

    RefundSoFar {
        unshipped = Map.copyOf(unshipped);
    }
}
