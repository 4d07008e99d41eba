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
 * @param postagePaid whether the shop has paid for sending the goods back: by a label of its own, or since it collects them
 */
record RefundSoFar(boolean unsettled, boolean contradicted, BigDecimal deducted, Map<Long, Integer> unshipped, boolean postagePaid) {

    /** Nothing was refunded, everything has left the shop, and whoever sends goods back pays for it. */
    static final RefundSoFar NOTHING = new RefundSoFar(false, false, BigDecimal.ZERO, Map.of(), false);

    RefundSoFar {
        unshipped = Map.copyOf(unshipped);
    }
}
