package org.broadleafreturns.site.guest;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How often this node takes down that somebody asks to be let in, so that nobody fills the shop's tables: all of them together, since
 * nobody knows who they are.
 */
class GuestLimit {

    private static final Duration PERIOD = Duration.ofHours(1);

    private final Bucket bucket;

    /** @param forms in an hour; 0 for any number */
    GuestLimit(int forms, TimeMeter time) {
        this.bucket = forms == 0 ? null : Bucket.builder()
            .addLimit(limit -> limit.capacity(forms).refillGreedy(forms, PERIOD)).withCustomTimePrecision(time).build();
    }

    /** How long the next one has to wait; zero for not at all. */
    Duration count() {
        return bucket == null ? Duration.ZERO : Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }
}
