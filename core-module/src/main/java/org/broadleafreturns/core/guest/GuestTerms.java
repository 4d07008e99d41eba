package org.broadleafreturns.core.guest;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** On what terms guests are let in. */
class GuestTerms {

    private static final Duration LIFETIME_OF_CODES = Duration.ofMinutes(10);
    /** Less than the cleanup leaves any of them, whichever comes first: else a page would tell which ones have a code. */
    private static final Duration MEMORY = Duration.ofMinutes(55);

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

    /** What somebody has asked for before that, the pages know nothing of any more, whether a code came of it or not. */
    Date rememberedSince(Instant now) {
        return Date.from(now.minus(MEMORY));
    }

    /** Whether the code of an entry is still good. */
    boolean isCurrent(GuestEntry entry, Instant now) {
        return now.isBefore(entry.getCodeAt().plus(LIFETIME_OF_CODES));
    }
}
