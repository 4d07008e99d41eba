package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.broadleafreturns.demo.OwnShops.InTime;
import org.junit.jupiter.api.Test;

class OwnShopsUnitTests {

    private static final Instant BEGUN = Instant.ofEpochSecond(1_800_000_000);
    private static final String SECONDS = Long.toString(BEGUN.getEpochSecond());

    @Test
    void areLeftOutWhereTheRunHasTakenTooLong() {
        assertThat(InTime.tooLate(SECONDS, BEGUN.plusSeconds(49 * 60 + 59))).isEmpty();
        assertThat(InTime.tooLate(SECONDS, BEGUN.plusSeconds(50 * 60))).contains("Left out: the run has taken 50 minutes already");
        assertThat(InTime.tooLate(null, BEGUN)).isEmpty();
    }
}
