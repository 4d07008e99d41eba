package org.broadleafreturns.admin.order;

import java.util.List;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnAmounts;

/**
 * A line in the panel. Public for the templates.
 *
 * @param codes what names the article besides its name: SKU, external number, UPC
 * @param picture the address of the article's picture as the catalogue has it, or null
 * @param amount what it costs and what was paid, or null
 * @param beside in words, what else is to be said of its goods
 * @param unitsNow how many units the order has now, if returns hold more; else null
 */
public record ShownLine(LineView line, List<String> codes, String picture, ReturnAmounts.Line amount, List<String> beside,
        Integer unitsNow) {
}
