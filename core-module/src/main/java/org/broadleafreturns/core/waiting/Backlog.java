package org.broadleafreturns.core.waiting;

import java.time.Instant;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * How much of something waits.
 *
 * @param count how many, at most {@link #COUNTED}
 * @param more whether there are more than that
 * @param oldest since when the one waits that has waited longest; null if nothing does, or nobody knows
 */
@ForIntegrators
public record Backlog(int count, boolean more, Instant oldest) {

    /** So far is counted. */
    public static final int COUNTED = 10_000;

    public static final Backlog NONE = new Backlog(0, false, null);

    /** @param counted of a statement that counts one beyond {@link #COUNTED} at most */
    public static Backlog of(int counted, Instant oldest) {
        return new Backlog(Math.min(counted, COUNTED), counted > COUNTED, oldest);
    }

    /** Both together. */
    public Backlog and(Backlog other) {
        Backlog sum = of(count + other.count, oldest == null || other.oldest != null && other.oldest.isBefore(oldest)
            ? other.oldest : oldest);
        return more || other.more ? new Backlog(COUNTED, true, sum.oldest) : sum;
    }
}
