package org.broadleafreturns.admin.waiting;

import java.util.List;

/**
 * Something that waits, as the page shows it.
 *
 * @param name by which the page's links find it
 * @param help what it means; empty if nobody says
 * @param count how many, in the merchant's language
 * @param age how long the oldest has waited, in words; empty if nothing waits
 * @param state a key: {@code behind}, {@code fine} or {@code unknown}
 * @param allowed what may wait, in words; empty if anything may
 * @param link where it is shown, within the page or the back office; null if nowhere
 * @param items those that have waited longest
 */
public record WaitingRow(String name, String title, String help, String count, String age, String state, String allowed, String link,
        List<Item> items) {

    /**
     * @param name empty if its return says it
     * @param returnNumber null if it belongs to none
     * @param age in words
     * @param said how it stands
     */
    public record Item(String name, String returnNumber, String age, String said) {
    }

    /**
     * A kind of work that is done again and again.
     *
     * @param last when it was done last, in words
     * @param next when it is done next, in words
     * @param failures how often it failed since, in words; empty if it did not
     */
    public record Work(String name, String last, String next, String failures) {
    }
}
