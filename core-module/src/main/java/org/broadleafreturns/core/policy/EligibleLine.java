package org.broadleafreturns.core.policy;

import org.broadleafreturns.core.platform.OrderedLine;

/**
 * What the policy says of one line.
 *
 * @param line the line
 * @param returnable how many units can be returned now; 0 exactly if there is an objection
 * @param objection why none can be returned, or null
 */
public record EligibleLine(OrderedLine line, int returnable, Objection objection) {
}
