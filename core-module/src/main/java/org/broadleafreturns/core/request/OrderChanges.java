package org.broadleafreturns.core.request;

import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What has become of an order since returns of it were requested. Public for the templates.
 *
 * @param cancelled whether it was cancelled
 * @param unitsByItem for each order item of which returns hold more units than the order has now: how many it has
 */
@ForIntegrators
public record OrderChanges(boolean cancelled, Map<Long, Integer> unitsByItem) {

    /** Nothing that anybody would have to know. */
    public static final OrderChanges NONE = new OrderChanges(false, Map.of());

    public OrderChanges {
        unitsByItem = Map.copyOf(unitsByItem);
    }

    /** How many units of a line's article the order has now, if the line holds some of too many; else null. */
    public Integer unitsNow(LineView line) {
        return line.taken() == 0 ? null : unitsByItem.get(line.orderItemId());
    }

    /** Whether a person has to know anything before they decide on a return. */
    public boolean concern(ReturnView shown) {
        return cancelled || shown.lines().stream().anyMatch(line -> unitsNow(line) != null);
    }
}
