package org.broadleafreturns.bench;

/**
 * A row of the table.
 *
 * @param what ours does
 * @param yardstick what theirs is, in a few words; null if there is nothing to compare with
 * @param mark what the ratio, the difference or the figure should be, or the empty string
 * @param unit of both figures
 * @param rounds how many of the rounds at most; those that take minutes need not be repeated as often as a page
 * @param warmUp how many rounds are thrown away before
 */
record Comparison(String what, Timed ours, String yardstick, Timed theirs, String mark, String unit, int rounds,
    int warmUp) {

    /** What a page needs until it is asked for as it will be from then on. */
    static final int PAGE = 3;

    /** Two pieces of work that take milliseconds. */
    static Comparison of(String what, Timed.Work ours, String yardstick, Timed.Work theirs, String mark) {
        return new Comparison(what, Timed.millis(ours), yardstick, Timed.millis(theirs), mark, "ms", Integer.MAX_VALUE, PAGE);
    }
}
