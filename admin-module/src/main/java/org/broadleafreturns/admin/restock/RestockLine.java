package org.broadleafreturns.admin.restock;

import java.util.List;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.restock.StockViews.LineStock;

/**
 * A line in the field that asks what can be sold again. Public for the templates.
 *
 * @param article its name as it was sold
 * @param details what tells it from others of its name
 * @param received units that were noted as received before
 * @param sellable how many of them came in a condition to be sold again, or in one that nobody has noted
 * @param stock how its stock stands
 * @param unsent units that have not left the shop, as far as it says so
 */
public record RestockLine(Long id, String article, List<String> details, int requested, int received, int sellable, LineStock stock,
        int unsent) {

    public RestockLine {
        details = List.copyOf(details);
    }

    /** For those who hear the page. */
    public String called() {
        return new ArticleDetails(details).after(article);
    }
}
