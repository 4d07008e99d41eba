package org.broadleafreturns.core.restock;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** Says what becomes of stock, in the same words on the page that a merchant confirms, in the panel and in the journal. */
public class RestockWords {

    private static final String CODE = "rtn.restock.";

    private final MessageSource messages;

    RestockWords(MessageSource messages) {
        this.messages = messages;
    }

    /** One line of text for each note. */
    public List<String> of(List<StockNote> notes, Map<Long, String> articles, Locale reader) {
        return notes.stream().map(note -> of(note, articles, reader)).toList();
    }

    /**
     * One line of text, which begins with the article.
     *
     * @param articles what order items are called, by their identifiers
     */
    public String of(StockNote note, Map<Long, String> articles, Locale reader) {
        String article = note.setName() != null ? note.setName() : articles.getOrDefault(note.orderItemId(), "");
        return words(note.obstacle() == null ? note.kind().name() : note.kind() + "." + note.obstacle(), reader, article,
            note.units());
    }

    /** What the journal's entries of stock say; empty for all others. */
    public List<String> ofEntry(String kind, Map<String, String> details, Map<Long, String> articles, Locale reader) {
        return Restocking.RESTOCKED.equals(kind) || Restocking.TAKEN.equals(kind)
            ? of(StockNote.in(details), articles, reader) : List.of();
    }

    /**
     * Before a decision.
     *
     * @param units how many can be sold again
     * @param before how many of them are back on the shelf from a decision that was taken back
     */
    String preview(String article, int units, int before, boolean counted, Locale reader) {
        String said = words(counted ? "preview" : "preview.notCounted", reader, article, units);
        return before == 0 ? said : said + ", " + words("preview.before", reader, Math.min(before, units));
    }

    /** Before a decision is taken back. */
    String reopening(String article, int units, Locale reader) {
        return words("preview.taken", reader, article, units);
    }

    private String words(String code, Locale reader, Object... arguments) {
        return messages.getMessage(CODE + code, arguments, reader);
    }
}
