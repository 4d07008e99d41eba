package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

class InTimeUnitTests {

    private static final Instant BEGUN = Instant.ofEpochSecond(1_800_000_000);
    private static final String SECONDS = Long.toString(BEGUN.getEpochSecond());

    @Test
    void leavesOutWhatBeginsTooLate() {
        Instant late = BEGUN.plus(InTime.LATEST);
        assertThat(InTime.tooLate(SECONDS, late.minusSeconds(1), InTime.LATEST)).isEmpty();
        assertThat(InTime.tooLate(SECONDS, late, InTime.LATEST)).contains("Left out: the run has taken 72 minutes already");
        assertThat(InTime.tooLate(null, late, InTime.LATEST)).isEmpty();
    }

    @Test
    void leavesOutWhatHasShopsOfItsOwnFirst() {
        assertThat(InTime.LATEST_WITH_SHOPS_OF_THEIR_OWN).isLessThan(InTime.LATEST);
    }

    @Test
    void isAskedOfEachTest() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(InTime.class);
        assertThat(ResourceBundle.getBundle("junit-platform").getString("junit.jupiter.extensions.autodetection.enabled")).isEqualTo("true");
    }
}
