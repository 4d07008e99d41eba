package org.broadleafreturns.site.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuestLimitUnitTests {

    private long now;
    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    @Test
    void soManyAreTakenDownInAnHourAndNoMore() {
        GuestLimit limit = new GuestLimit(2, time);

        assertThat(limit.count()).isZero();
        assertThat(limit.count()).isZero();
        assertThat(limit.count()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(30));
        now += Duration.ofMinutes(31).toNanos();
        assertThat(limit.count()).isZero();
    }

    @Test
    void aShopThatWantsNoLimitHasNone() {
        GuestLimit limit = new GuestLimit(0, time);

        for (int i = 0; i < 1000; i++) {
            assertThat(limit.count()).isZero();
        }
    }
}
