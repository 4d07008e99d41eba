package org.broadleafreturns.core.guest;

import java.time.Duration;
import java.time.Instant;

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

    /** Whether the code of an entry is still good. */
    boolean isCurrent(GuestEntry entry, Instant now) {
        return now.isBefore(entry.getCodeAt().plus(LIFETIME_OF_CODES));
    }
}
