package org.broadleafreturns.admin.status;

import java.util.List;
import org.broadleafreturns.core.platform.ArticleDetails;

/**
 * A line in a dialog that asks what came of it and what becomes of it. Public for the templates.
 *
 * @param article its name as it was sold
 * @param details what tells it from others of its name
 * @param codes what else names it, such as its SKU
 * @param picture the address of the article's picture as the catalogue has it, or null
 * @param received units that were noted as received before
 * @param missing units that are not here
 * @param conditions in words, what was noted of the received units; empty if nothing was
 * @param heaps in how many heaps, each of a condition, what has come can be entered; none where nothing is missing
 * @param arriving units that have come with a decision unless somebody says otherwise
 * @param unsent units that have not left the shop, as far as it says so: they need not come back
 * @param toStop how many of those wait to be shipped
 */
public record GoodsLine(Long id, String article, List<String> details, List<String> codes, String picture, int requested,
        int received, int missing, String conditions, int heaps, int arriving, int unsent, int toStop) {

    public GoodsLine {
        details = List.copyOf(details);
        codes = List.copyOf(codes);
    }

    /** Units that a parcel brings unless somebody says otherwise. */
    public int coming() {
        return missing - unsent;
    }

    /** Units that a partial decision accepts unless somebody says otherwise. */
    public int accepting() {
        return received + arriving + unsent;
    }

    /** For those who hear the page. */
    public String called() {
        return new ArticleDetails(details).after(article);
    }
}
