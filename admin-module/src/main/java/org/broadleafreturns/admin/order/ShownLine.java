package org.broadleafreturns.admin.order;

import java.util.List;
import org.broadleafreturns.core.request.LineView;

/**
 * A line in the panel. Public for the templates.
 *
 * @param beside in words, what else is to be said of its goods
 * @param unitsNow how many units the order has now, if returns hold more; else null
 */
public record ShownLine(LineView line, List<String> beside, Integer unitsNow) {
}
