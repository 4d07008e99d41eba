package org.broadleafreturns.core.policy;

import java.time.LocalDate;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;

/**
 * What the policy says of one line.
 *
 * @param line the line
 * @param returnable how many units can be returned now; 0 exactly if there is an objection
 * @param objection why none can be returned, or null
 * @param lastDay the last day on which it can or could be returned, in the shop's time zone; null if there is none
 * @param waived why the customer could not return it, though a merchant can; null if the customer could, or if this is what a
 *     customer is told
 * @param withoutGround how many of the returnable units the customer could return, too, so that a merchant needs no ground for them
 */
@ForIntegrators
public record EligibleLine(OrderedLine line, int returnable, Objection objection, LocalDate lastDay, Objection waived,
        int withoutGround) {
}
