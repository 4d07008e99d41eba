package org.broadleafreturns.core.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadleafreturns.core.characters.Characters;

/**
 * Makes words of texts, of what is found and of what is searched for in the same way: small letters and digits without their
 * marks. <em>O’Brien</em> is {@code obrien}, and also {@code brien}, <em>Müller</em> is {@code muller}, and <em>PL-2002</em> is {@code pl2002}, and also
 * {@code pl} and {@code 2002}.
 */
public final class SearchWords {

    /** How long a word is at most, in characters; what is longer is found by its beginning. */
    public static final int LENGTH = 64;

    /** So many words of one search count. */
    static final int SEARCHED = 6;

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Letters that are no others with a mark. */
    private static final Map<Character, String> PLAIN = Map.of('ß', "ss", 'æ', "ae", 'œ', "oe", 'ø', "o", 'ł', "l", 'đ', "d", 'ı', "i",
        'þ', "th", 'ð', "d");

    private SearchWords() {
    }

    /** The words by which some texts are found; null texts have none. */
    public static Set<String> of(Collection<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        texts.stream().filter(text -> text != null && !text.isEmpty()).flatMap(SearchWords::pieces).forEach(piece -> {
            add(piece, words);
            // At a hyphen, an apostrophe, a dot or an at sign: each part is found by itself, too.
            Stream.of(SEPARATORS.split(piece)).forEach(part -> add(part, words));
        });
        return words;
    }

    /**
     * The beginnings of words that all have to be there for a search to find something; without those that are the beginning of
     * another. Empty if there is nothing to search for.
     */
    public static List<String> searched(String typed) {
        if (typed == null) {
            return List.of();
        }
        List<String> beginnings = pieces(typed).map(SearchWords::folded).filter(word -> !word.isEmpty()).distinct().limit(SEARCHED).toList();
        return beginnings.stream()
            .filter(word -> beginnings.stream().noneMatch(other -> !other.equals(word) && other.startsWith(word)))
            .toList();
    }

    private static Stream<String> pieces(String text) {
        return Stream.of(BLANKS.split(text)).filter(piece -> !piece.isEmpty());
    }

    private static void add(String text, Set<String> words) {
        String word = folded(text);
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    private static String folded(String text) {
        String small = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder word = new StringBuilder(small.length());
        NO_LETTERS.matcher(small).replaceAll("").chars().forEach(letter -> {
            String plain = PLAIN.get((char) letter);
            if (plain == null) {
                word.append((char) letter);
            } else {
                word.append(plain);
            }
        });
        return Characters.beginning(word.toString(), LENGTH);
    }
}
