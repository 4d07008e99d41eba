package org.broadleafreturns.core.mailtext;

import com.samskivert.mustache.MustacheException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.Objection;

/** A plain text in the language of placeholders, which somebody goes on writing once it is filled in. */
public final class MessageText {

    private MessageText() {
    }

    /**
     * What stands against keeping it.
     *
     * @param known the placeholders that it can have
     * @param field what the objections are to
     */
    public static List<Objection> objections(Collection<Placeholder> known, String field, String text) {
        return TextRules.objectionsToMessage(known, field, text);
    }

    /** Fills it in; a list is a line for each entry. A text that cannot be read stays as it is. */
    public static String filled(String text, Map<Placeholder, Object> values) {
        Map<Placeholder, Object> plain = new HashMap<>(values);
        plain.replaceAll((placeholder, value) -> value instanceof List<?> entries
            ? entries.stream().map(entry -> "- " + entry).collect(Collectors.joining("\n")) : value);
        try {
            return TextTemplate.ofSubject(text).render(plain).replaceAll("\\n{3,}", "\n\n").strip();
        } catch (MustacheException e) {
            return text;
        }
    }
}
