package org.broadleafreturns.site;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A step on the way of a return, in words. Public for the templates.
 *
 * @param standing whether it is behind, what the return waits for, or ahead
 * @param text what happens
 * @param note when, or what else is to be said of it; null for nothing
 * @param noteLanguage in which language the note is, null if it is the reader's own, in which the whole page is
 * @param shoppers whether it waits for the shopper
 */
@ForIntegrators
public record WayStep(Standing standing, String text, String note, String noteLanguage, boolean shoppers) {

    /** Where a return is, seen from a step. */
    public enum Standing {
        /** It has happened. */
        DONE,
        /** The return waits for it. */
        NOW,
        /** It comes afterwards. */
        LATER
    }

    /** With a note in the reader's own language. */
    public WayStep(Standing standing, String text, String note, boolean shoppers) {
        this(standing, text, note, null, shoppers);
    }

    /** A step that has happened. */
    public static WayStep done(String text, String note) {
        return new WayStep(Standing.DONE, text, note, false);
    }

    /** A step of the shop's that comes next. */
    public static WayStep now(String text, String note) {
        return new WayStep(Standing.NOW, text, note, false);
    }

    /** A step that comes afterwards. */
    public static WayStep later(String text, String note) {
        return new WayStep(Standing.LATER, text, note, false);
    }

    /** Whether it has happened. */
    public boolean isDone() {
        return standing == Standing.DONE;
    }

    /** Whether the return waits for it. */
    public boolean isNow() {
        return standing == Standing.NOW;
    }
}
