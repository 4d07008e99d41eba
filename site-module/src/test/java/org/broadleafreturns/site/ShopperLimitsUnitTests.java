package org.broadleafreturns.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShopperLimitsUnitTests {

    private static final Long ANN = 1L;
    private static final Long BOB = 2L;

    private long now = 1_000_000_000L;
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
    void aShopperWhoSendsTooOftenWaitsUntilTheHourGivesBack() {
        ShopperLimits limits = new ShopperLimits(3, 0, time);
        for (int i = 0; i < 3; i++) {
            assertThat(limits.count(ANN, 0)).isZero();
        }

        assertThat(limits.count(ANN, 0)).isEqualTo(Duration.ofMinutes(20));
        now += Duration.ofMinutes(20).toNanos() - 1;
        assertThat(limits.count(ANN, 0)).isEqualTo(Duration.ofNanos(1));
        now += 1;
        assertThat(limits.count(ANN, 0)).isZero();
    }

    @Test
    void othersDoNotWaitForThem() {
        ShopperLimits limits = new ShopperLimits(1, 0, time);
        limits.count(ANN, 0);

        assertThat(limits.count(ANN, 0)).isPositive();
        assertThat(limits.count(BOB, 0)).isZero();
    }

    @Test
    void photosCountOneByOneAndAFormWithoutPhotosIsFree() {
        ShopperLimits limits = new ShopperLimits(0, 5, time);

        assertThat(limits.count(ANN, 4)).isZero();
        assertThat(limits.count(ANN, 2)).isPositive();
        assertThat(limits.count(ANN, 0)).isZero();
        assertThat(limits.count(ANN, 1)).isZero();
    }

    @Test
    void morePhotosThanTheHourAllowsCountAsAllOfThem() {
        ShopperLimits limits = new ShopperLimits(0, 5, time);

        assertThat(limits.count(ANN, 50)).isZero();
        assertThat(limits.count(ANN, 1)).isPositive();
    }

    @Test
    void zeroIsNoLimit() {
        ShopperLimits limits = new ShopperLimits(0, 0, time);

        for (int i = 0; i < 1000; i++) {
            assertThat(limits.count(ANN, 10)).isZero();
        }
    }
}
