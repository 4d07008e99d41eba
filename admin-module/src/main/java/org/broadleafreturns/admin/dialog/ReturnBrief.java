package org.broadleafreturns.admin.dialog;

import java.util.List;

/**
 * What the dialogs about a return say of it at their top: whose it is, what it is about, and what is wished for. Public for the
 * templates.
 *
 * @param customer their name; empty once they were forgotten
 * @param address where mails to them go; null if none is known
 * @param language what the language is called in which they are written to; null where the merchant reads it too
 * @param requestedOn day and time, in words
 * @param lines the first of the return's lines
 * @param more how many lines there are besides
 * @param wish what the customer wants in return
 */
public record ReturnBrief(String customer, String address, String language, String requestedOn, List<Line> lines, int more,
        String wish) {

    public ReturnBrief {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the return.
     *
     * @param article its name with what tells it from others of that name
     * @param picture the address of its picture as the catalogue has it, or null
     */
    public record Line(int units, String article, String picture) {
    }
}
