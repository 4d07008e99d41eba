package org.broadleafreturns.admin.correct;

import java.util.List;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.platform.ArticleDetails;

/**
 * A line of the return in the dialog that corrects it. Public for the templates.
 *
 * @param article its name as it was sold
 * @param details what tells it from others of its name
 * @param codes what else names it, such as its SKU
 * @param picture the address of the article's picture as the catalogue has it, or null
 * @param most how many units can be asked for
 * @param reason the code of the reason
 * @param reasons those on offer, and its own
 * @param received units that are noted as received
 * @param conditions in words, what was noted of the received units; empty if nothing was
 * @param heaps in which what has come is entered, each of a condition; none where goods have not come
 * @param conditionChoices those on offer, and its own
 * @param notice why no more can be asked for, or why the customer could not; null if nothing is in the way
 */
public record CorrectLine(Long id, String article, List<String> details, List<String> codes, String picture, int requested, int most,
        String reason, List<Choice> reasons, int received, String conditions, List<Heap> heaps, List<Choice> conditionChoices,
        String notice) {

    public CorrectLine {
        details = List.copyOf(details);
        codes = List.copyOf(codes);
        reasons = List.copyOf(reasons);
        heaps = List.copyOf(heaps);
        conditionChoices = List.copyOf(conditionChoices);
    }

    /**
     * @param units as they are noted; null for a heap that is empty and can be brought out
     * @param condition its code, or null
     */
    public record Heap(Integer units, String condition) {
    }

    /** Units that have not left the shop are told where it is decided what comes back, not here. */
    public int unsent() {
        return 0;
    }

    /** See above. */
    public int toStop() {
        return 0;
    }

    /** For those who hear the page. */
    public String called() {
        return new ArticleDetails(details).after(article);
    }
}
