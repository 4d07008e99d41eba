package org.broadleafreturns.site;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one shopper may send the request form, its summary, and photos. Counted in the memory of this node, for the
 * shoppers who sent something last.
 */
class ShopperLimits {

    private static final int SHOPPERS = 10_000;
    private static final Duration PERIOD = Duration.ofHours(1);

    private final int forms;
    private final int photos;
    private final TimeMeter time;
    private final Map<Long, Bucket> formsByCustomer = lastUsed();
    private final Map<Long, Bucket> photosByCustomer = lastUsed();

    /**
     * @param forms how many forms a shopper may send in an hour; 0 for any number
     * @param photos how many photos a shopper may send in an hour; 0 for any number
     */
    ShopperLimits(int forms, int photos, TimeMeter time) {
        this.forms = forms;
        this.photos = photos;
        this.time = time;
    }

    /**
     * Counts a form with so many photos.
     *
     * @return how long the shopper has to wait; zero if they may go on
     */
    Duration count(Long customerId, int photosSent) {
        Duration wait = take(formsByCustomer, customerId, forms, 1);
        return wait.isZero() && photosSent > 0 ? take(photosByCustomer, customerId, photos, photosSent) : wait;
    }

    private Duration take(Map<Long, Bucket> buckets, Long customerId, int capacity, int tokens) {
        if (capacity == 0) {
            return Duration.ZERO;
        }
        Bucket bucket = buckets.computeIfAbsent(customerId, id -> Bucket.builder()
            .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, PERIOD))
            .withCustomTimePrecision(time).build());
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(Math.min(tokens, capacity)).getNanosToWaitForRefill());
    }

    private static <V> Map<Long, V> lastUsed() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
                return size() > SHOPPERS;
            }
        });
    }
}
