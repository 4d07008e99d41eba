package org.broadleafreturns.core.request;

/** What is done to every free text that somebody typed: kept as typed, but not longer than can be stored, never blank. */
final class Texts {

    private Texts() {
    }

    static String orNull(String typed) {
        return typed == null || typed.isBlank() ? null : unified(typed);
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    static boolean isTooLong(String typed) {
        return typed != null && unified(typed).length() > ReturnRequest.TEXT_LENGTH;
    }

    /** Browsers send CR LF and count one character: what they let through must fit. */
    private static String unified(String typed) {
        return typed.strip().replaceAll("\\R", "\n");
    }
}
