package org.broadleafreturns.core.withdrawal;

import java.util.Map;
import org.broadleafreturns.core.delivery.Arrival;
import org.broadleafreturns.core.request.UnsentUnits;

/** How many units that statements name have not left the shop: as many as of the return that was made of one, or would be. */
class UnsentOfStatements {

    private final UnsentUnits unsent;
    private final WithdrawalReturns returns;

    UnsentOfStatements(UnsentUnits unsent, WithdrawalReturns returns) {
        this.unsent = unsent;
        this.returns = returns;
    }

    /**
     * In the caller's transaction, by order item; those of which all has left are missing.
     *
     * @param units that the statement names, by order item
     * @param arrivals of the order's items
     */
    Map<Long, UnsentUnits.Some> of(Long statement, Long order, Map<Long, Integer> units, Map<Long, Arrival> arrivals) {
        return UnsentUnits.isAny(arrivals.values()) ? unsent.of(order, units,
            returns.findOfStatement(statement).stream().min(Long::compareTo).orElse(null), arrivals) : Map.of();
    }
}
