package org.broadleafreturns.core.characters;

import java.util.regex.Pattern;

/**
 * Which characters a text may have: those that every database, page and mail takes as they are. These are the characters of
 * XML 1.0 (production 2, <em>Char</em>) without the control characters that it discourages and without noncharacters. Tabs and
 * line ends are fine. PostgreSQL has no U+0000, drivers write halves of characters as question marks, and mail servers end
 * lines at what others take for text.
 *
 * <p>What was typed is refused, beside its input; a token or a number in an address is one that there is not; a file's name is
 * cleaned.
 */
public final class Characters {

    /** For what cannot be shown, by the Unicode standard. */
    private static final char REPLACEMENT = '\uFFFD';
    /** The last two of each plane are no characters, and neither are these. */
    private static final int FIRST_NONCHARACTER = 0xFDD0;
    private static final int LAST_NONCHARACTER = 0xFDEF;

    /** Those that no editor of one line shows, too. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");

    private Characters() {
    }

    /** Whether a text can be kept and sent as it is. Null can. */
    public static boolean areWritable(String text) {
        return text == null || text.codePoints().allMatch(Characters::isWritable);
    }

    /**
     * Whether a text can be compared with what the platform's tables have, which may be in a character set of three bytes a
     * character: MariaDB refuses to compare that with others.
     */
    public static boolean areComparable(String text) {
        return areWritable(text) && (text == null || text.codePoints().allMatch(Character::isBmpCodePoint));
    }

    /** The text with U+FFFD in place of each character that cannot be written, for showing it again. */
    public static String replaced(String text) {
        if (areWritable(text)) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isWritable(character)) {
                written.appendCodePoint(character);
            } else {
                written.append(REPLACEMENT);
            }
        });
        return written.toString();
    }

    /**
     * What somebody typed on one line: line ends and further blanks are a blank each, what cannot be written is replaced, and what is too
     * long ends before. Null is the empty text.
     *
     * @param length in characters as Java counts them
     */
    public static String oneLine(String text, int length) {
        String line = text == null ? "" : BLANKS.matcher(text).replaceAll(" ").strip();
        return beginning(replaced(line), length);
    }

    /**
     * The beginning of a text, without half of a character at its end.
     *
     * @param length in characters as Java counts them
     */
    public static String beginning(String text, int length) {
        if (text == null || text.length() <= length) {
            return text;
        }
        return text.substring(0, length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static boolean isWritable(int character) {
        boolean blank = character == '\t' || character == '\n' || character == '\r';
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean none = (character & 0xFFFE) == 0xFFFE || character >= FIRST_NONCHARACTER && character <= LAST_NONCHARACTER;
        return blank || !Character.isISOControl(character) && !half && !none;
    }
}
