package org.broadleafreturns.core.request;

/** How far the goods of a line have come in: the one of its two small state machines that parcels drive. */
enum Reception {

    /** Nothing is here. */
    AWAITED,
    /** Something is missing. */
    INCOMPLETE,
    /** Everything that was asked for is here. */
    COMPLETE;

    static Reception of(int received, int requested) {
        return received == 0 ? AWAITED : received < requested ? INCOMPLETE : COMPLETE;
    }

    /** Goods that are here stay here, whatever is decided of them. */
    boolean canBecome(Reception next) {
        return next.compareTo(this) >= 0;
    }
}
