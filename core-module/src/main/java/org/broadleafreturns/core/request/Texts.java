package org.broadleafreturns.core.request;

import java.util.Optional;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.kernel.Objection;

/** What is done to every free text that somebody typed: kept as typed, but not longer than can be stored, never blank. */
public final class Texts {

    private Texts() {
    }

    /** Without blanks around it and with line ends of one kind; null if there is nothing left. */
    public static String orNull(String typed) {
        return typed == null || typed.isBlank() ? null : unified(typed);
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static boolean isTooLong(String typed) {
        return typed != null && unified(typed).length() > ReturnRequest.TEXT_LENGTH;
    }

    /** What is wrong with a text; empty if nothing is. */
    public static Optional<Objection> objectionTo(String field, String typed) {
        if (isTooLong(typed)) {
            return Optional.of(Objection.to(field, "rtn.objection.text.tooLong", ReturnRequest.TEXT_LENGTH));
        }
        return typed == null || Characters.areWritable(unified(typed)) ? Optional.empty()
            : Optional.of(Objection.to(field, "rtn.objection.text.characters"));
    }

    /** Browsers send CR LF and count one character: what they let through must fit. */
    private static String unified(String typed) {
        return typed.strip().replaceAll("\\R", "\n");
    }
}
