package org.broadleafreturns.core.waiting;

import java.time.Instant;
import java.util.List;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * One of those that wait, for whoever looks for the reason. Nothing in it is about a customer.
 *
 * @param name what it is called, as in logs and tables; null if its return says it
 * @param returnNumber the return that it belongs to, or null
 * @param since since when it waits, or null
 * @param code of the message of the back office that says how it stands
 * @param arguments of that message
 */
@ForIntegrators
public record WaitingItem(String name, String returnNumber, Instant since, String code, List<Object> arguments) {

    public WaitingItem {
        arguments = List.copyOf(arguments);
    }
}
