package org.broadleafreturns.core.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When the units of a line arrived, which may have come in several deliveries.
 *
 * @param latest the latest delivery that is known, or null
 * @param complete whether all deliveries of the line are known
 * @param unshipped how many units have not left the shop, as far as it says so
 * @param waiting how many of those are still to be shipped; the others never will be
 */
public record Arrival(Instant latest, boolean complete, int unshipped, int waiting) {

    /** Nothing is known. */
    public static final Arrival UNKNOWN = new Arrival(null, false);

    /** Of units that have left the shop. */
    public Arrival(Instant latest, boolean complete) {
        this(latest, complete, 0);
    }

    /** Of units of which all that have not left the shop are still to be shipped. */
    public Arrival(Instant latest, boolean complete, int unshipped) {
        this(latest, complete, unshipped, unshipped);
    }

    public Arrival {
        if (complete && latest == null) {
            throw new IllegalArgumentException("An arrival that is known completely has a date");
        }
    }

    /** What is known of units of which some arrived so and the others so. */
    public Arrival and(Arrival other) {
        Instant later = Stream.of(latest, other.latest).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
        return new Arrival(later, complete && other.complete, unshipped + other.unshipped, waiting + other.waiting);
    }
}
