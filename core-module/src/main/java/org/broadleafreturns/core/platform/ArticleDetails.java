package org.broadleafreturns.core.platform;

import java.util.List;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What tells an ordered article from others of its name: the options that were chosen, what was typed for it, and the set that
 * it came in.
 *
 * @param words each in the reader's language and of one line, such as {@code Size: M}; plain text, whatever was typed
 */
@ForIntegrators
public record ArticleDetails(List<String> words) {

    /** Of an article of which nothing more is known than its name. */
    public static final ArticleDetails NONE = new ArticleDetails(List.of());

    public ArticleDetails {
        words = List.copyOf(words);
    }

    /** The article in one line, where there is no room for more. */
    public String after(String name) {
        return words.isEmpty() ? name : name + " (" + String.join(", ", words) + ")";
    }
}
