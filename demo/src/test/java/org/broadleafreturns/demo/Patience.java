package org.broadleafreturns.demo;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import org.awaitility.Awaitility;

/** How long tests wait for what is to happen, on a machine that is busy with other work. Nothing waits when it has happened. */
final class Patience {

    /** For one thing that happens by itself or at a click. */
    static final Duration FOR_ONE_THING = Duration.ofSeconds(60);

    private Patience() {
    }

    /** For everybody who says nothing else. */
    static void set() {
        PlaywrightAssertions.setDefaultAssertionTimeout(FOR_ONE_THING.toMillis());
        Awaitility.setDefaultTimeout(FOR_ONE_THING);
    }
}
