package org.broadleafreturns.core.settings;

/**
 * Until when a return can be requested. Days are calendar days of the shop's time zone; the last one counts to its end.
 *
 * @param days how many days after the start, at least 0
 * @param start what they are counted from
 * @param transitDays how many days a parcel is assumed to take where no delivery is known, at least 0; not used when days are
 *     counted from the order
 */
public record RequestWindow(int days, Start start, int transitDays) {

    public RequestWindow {
        if (days < 0 || transitDays < 0) {
            throw new IllegalArgumentException("A window has no negative days: " + days + ", " + transitDays);
        }
    }

    /** What the days are counted from. */
    public enum Start {
        /** The delivery of the goods, or where it is not known, the order plus the transit days. */
        DELIVERY,
        /** The order's submission. */
        ORDER
    }
}
