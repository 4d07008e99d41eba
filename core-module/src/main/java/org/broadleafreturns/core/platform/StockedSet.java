package org.broadleafreturns.core.platform;

import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A set that was ordered: the platform counts it and its parts, each for itself.
 *
 * @param own of which stock the set itself was sold
 * @param name as it was sold, or null
 * @param parts of which stock its parts were, by identifier of the order item
 */
@ForIntegrators
public record StockedSet(StockedItem own, String name, Map<Long, StockedItem> parts) {

    public StockedSet {
        parts = Map.copyOf(parts);
    }
}
