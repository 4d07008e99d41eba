package org.broadleafreturns.admin.order;

import org.broadleafreturns.core.request.LineView;

/**
 * A line in the panel. Public for the templates.
 *
 * @param unitsNow how many units the order has now, if returns hold more; else null
 */
public record ShownLine(LineView line, Integer unitsNow) {
}
