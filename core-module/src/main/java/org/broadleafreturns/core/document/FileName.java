package org.broadleafreturns.core.document;

import java.util.regex.Pattern;
import org.broadleafreturns.core.characters.Characters;

/**
 * A file's name as it may be shown, stored and put into a header: no path, no control or direction-changing character, not
 * longer than a column.
 */
final class FileName {

    static final int MAXIMUM_LENGTH = 120;

    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Controls, formats (among them the right-to-left override), surrogates without a pair, line and paragraph separators. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*;%]");

    /** Dots and blanks at the beginning, in any order: some systems hide such files, and others drop the blanks. */
    private static final Pattern HIDDEN = Pattern.compile("^[.\\s\\p{Z}]+");

    private FileName() {
    }

    /** The cleaned name, ending as files of that type do. */
    static String clean(String given, DocumentType type) {
        String name = printable(given);
        name = RESERVED.matcher(name).replaceAll("_").strip();
        name = HIDDEN.matcher(name).replaceFirst("");
        if (name.isBlank()) {
            name = "label";
        }
        String ending = "." + type.extension();
        if (!endsLike(name, type)) {
            name = name + ending;
        }
        return name.length() > MAXIMUM_LENGTH
            ? Characters.beginning(name, MAXIMUM_LENGTH - ending.length()) + ending : name;
    }

    /** Without path and unprintable characters, short enough for a message; maybe empty. */
    static String printable(String given) {
        String name = given == null ? "" : given;
        name = PATH.matcher(name).replaceFirst("");
        return UNPRINTABLE.matcher(name).replaceAll("");
    }

    private static boolean endsLike(String name, DocumentType type) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return lower.endsWith("." + type.extension()) || type == DocumentType.JPEG && lower.endsWith(".jpeg");
    }
}
