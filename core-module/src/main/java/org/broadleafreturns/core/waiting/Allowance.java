package org.broadleafreturns.core.waiting;

import java.time.Duration;
import java.time.Instant;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * How much may wait, and how long, before somebody should look.
 *
 * @param most so many may wait; null for any number
 * @param age so long the oldest may have waited; null for any time
 */
@ForIntegrators
public record Allowance(Integer most, Duration age) {

    /** Whatever waits is fine. */
    public static final Allowance ANY = new Allowance(null, null);

    /** Nothing should wait. */
    public static final Allowance NONE = most(0);

    public static Allowance most(int most) {
        return new Allowance(most, null);
    }

    public static Allowance age(Duration age) {
        return new Allowance(null, age);
    }

    boolean isExceededBy(Backlog backlog, Instant now) {
        return most != null && (backlog.count() > most || backlog.more())
            || age != null && backlog.oldest() != null && backlog.oldest().plus(age).isBefore(now);
    }
}
