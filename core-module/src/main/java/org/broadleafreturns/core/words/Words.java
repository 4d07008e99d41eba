package org.broadleafreturns.core.words;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a merchant wrote in several languages. As typed: escape it wherever it is shown.
 *
 * @param byLanguage what is written, by the tags of the languages
 * @param otherwise the language for readers of one in which nothing is written
 */
public record Words(Map<String, String> byLanguage, Locale otherwise) {

    public Words {
        byLanguage = Map.copyOf(byLanguage);
    }

    public static Words of(Collection<Wording> wordings, Locale otherwise) {
        Map<String, String> byLanguage = new TreeMap<>();
        wordings.forEach(wording -> byLanguage.put(wording.getLanguageTag(), wording.getContent()));
        return new Words(byLanguage, otherwise);
    }

    /** In the reader's language, be it that of another country; empty if nothing is written in it. */
    public Optional<String> in(Locale reader) {
        String exactly = byLanguage.get(reader.toLanguageTag());
        if (exactly != null) {
            return Optional.of(exactly);
        }
        String widely = byLanguage.get(reader.getLanguage());
        return widely != null ? Optional.of(widely) : inOneOf(reader.getLanguage());
    }

    /** For a reader of any language: in that one, else in that for others, else in English, else in whichever there is. */
    public Optional<String> shownTo(Locale reader) {
        return in(reader).or(() -> in(otherwise)).or(() -> in(Locale.ENGLISH)).or(() -> inOneOf(""));
    }

    /** The same for every reader, whatever the order in which the words were written. */
    private Optional<String> inOneOf(String language) {
        return new TreeMap<>(byLanguage).entrySet().stream()
            .filter(written -> language.isEmpty() || Locale.forLanguageTag(written.getKey()).getLanguage().equals(language))
            .map(Map.Entry::getValue).findFirst();
    }
}
