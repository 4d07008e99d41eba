package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What is decided of a line. What has arrived and is not accepted is refused; what has neither arrived nor is kept has never come.
 *
 * @param arrived what is noted as received with the decision
 * @param kept how many units need not come back; they are accepted
 * @param accepted how many are accepted in all
 * @param staying how many of the refused ones stay with the shop; the others go back to the shopper
 * @param refusalReason the code of the reason for which the others are not accepted, or null
 */
@ForIntegrators
public record LineDecision(ReceivedUnits arrived, int kept, int accepted, int staying, String refusalReason) {

    /** So many units are accepted of those that are here. */
    public static LineDecision accepting(int accepted) {
        return new LineDecision(ReceivedUnits.NONE, 0, accepted, 0, null);
    }

    /** Nothing is, for that reason. */
    public static LineDecision refusing(String reason) {
        return new LineDecision(ReceivedUnits.NONE, 0, 0, 0, reason);
    }
}
