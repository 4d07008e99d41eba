package org.broadleafreturns.core.request;

import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Units of a line that a parcel has brought.
 *
 * @param units how many
 * @param byCondition how many of them are in which condition, by its code; of the others nobody has noted any
 */
@ForIntegrators
public record ReceivedUnits(int units, Map<String, Integer> byCondition) {

    /** Nothing of it was in the parcel. */
    public static final ReceivedUnits NONE = of(0);

    public ReceivedUnits {
        byCondition = Map.copyOf(byCondition);
        if (units < 0 || byCondition.values().stream().anyMatch(some -> some < 1)
                || byCondition.values().stream().mapToLong(Integer::longValue).sum() > units) {
            throw new IllegalArgumentException("Not units that can have come: " + units + " " + byCondition);
        }
    }

    /** So many, of which nobody has noted a condition. */
    public static ReceivedUnits of(int units) {
        return new ReceivedUnits(units, Map.of());
    }
}
