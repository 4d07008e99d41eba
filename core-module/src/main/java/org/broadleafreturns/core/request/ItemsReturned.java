package org.broadleafreturns.core.request;

import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Published as an application event when a shop accepts goods that came back, in the transaction of the decision; listen after
 * its commit ({@code TransactionalEventListener}) to do what cannot be undone, such as refunding or restocking.
 *
 * <p>No unit is told of twice: when a decision is taken back and made again, only units beyond those told before are in the
 * event, and there is none if there are none. That accepted units were refused later is told by {@link ReturnStatusChanged}
 * only.
 *
 * @param orderId the platform's identifier of the order
 * @param number the return's number
 * @param quantities for each order item's identifier, how many of its units were accepted; never empty
 */
@ForIntegrators
public record ItemsReturned(Long orderId, String number, Map<Long, Integer> quantities) {

    public ItemsReturned {
        quantities = Map.copyOf(quantities);
    }
}
