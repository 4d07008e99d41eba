package org.broadleafreturns.site;

import java.util.List;
import java.util.Locale;
import org.broadleafreturns.core.request.EntryView;
import org.broadleafreturns.core.request.GoodsWords;

/**
 * A step of the history on the page of a return. Public for the templates.
 *
 * @param goods in words, what the step said of the goods, or put right, line by line
 */
public record ShownStep(EntryView entry, List<String> goods) {

    static ShownStep of(EntryView entry, GoodsWords words, Locale reader) {
        return new ShownStep(entry, entry.isCorrection() ? words.corrected(entry.corrected(), reader) : words.of(entry.goods(), reader));
    }
}
