package org.broadleafreturns.core.guest;

import java.time.Duration;

/** On what terms guests are let in. */
class GuestTerms {

    private static final Duration LIFETIME_OF_CODES = Duration.ofMinutes(10);

    private final boolean enabled;

    GuestTerms(boolean enabled) {
        this.enabled = enabled;
    }

    boolean enabled() {
        return enabled;
    }

    Duration lifetimeOfCodes() {
        return LIFETIME_OF_CODES;
    }
}
