package org.broadleafreturns.core.exclusion;

import java.time.Instant;

/**
 * A mark as it was from one moment until another.
 *
 * @param product the product that was marked, or null if a category was
 * @param category the category that was marked, or null if a product was
 * @param from since when; {@link Instant#MIN} if always
 * @param until from when on not any more; null if it still is
 */
record HeldMark(Long product, Long category, Mark mark, Instant from, Instant until) {

    boolean heldAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }
}
