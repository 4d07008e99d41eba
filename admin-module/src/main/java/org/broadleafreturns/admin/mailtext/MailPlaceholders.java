package org.broadleafreturns.admin.mailtext;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.mailtext.Placeholder;

/**
 * What the text of a mail can show, as the editor explains it.
 *
 * @param meanings all, each with what it stands for
 * @param part an example of a part that depends on a value; null if nothing can be missing
 * @param link an example of a link; null if there is no page to lead to
 */
public record MailPlaceholders(List<Meaning> meanings, String part, String link) {

    private static final String CODE = "rtn.admin.mailText.placeholder.";

    /**
     * @param written as it is written in a text
     * @param words what it stands for
     */
    public record Meaning(String written, String words) {
    }

    static MailPlaceholders of(Collection<Placeholder> placeholders, MerchantWords words) {
        return new MailPlaceholders(
            placeholders.stream().map(placeholder -> new Meaning(placeholder.written(), words.called(CODE + placeholder.word()))).toList(),
            first(placeholders, Placeholder.Kind.LINES, Placeholder::part),
            first(placeholders, Placeholder.Kind.LINK, placeholder -> "<a href=\"" + placeholder.written() + "\">\u2026</a>"));
    }

    private static String first(Collection<Placeholder> placeholders, Placeholder.Kind kind, Function<Placeholder, String> example) {
        return placeholders.stream().filter(placeholder -> placeholder.kind() == kind).map(example).findFirst().orElse(null);
    }
}
