package org.broadleafreturns.core.guest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * Tries a code on all that somebody has asked for lately: whoever has asked twice has two mails, and types the code of either. Each code
 * can be tried five times, so a wrong one costs each of them a try.
 */
class CodeTries {

    /** The last ones of these: more than there can be codes for an order. */
    static final Pageable TOGETHER = PageRequest.of(0, 20);

    private static final int TRIES = 5;

    private final GuestEntries entries;
    private final GuestCodes codes;
    private final GuestTerms terms;
    private final Clock clock;

    CodeTries(GuestEntries entries, GuestCodes codes, GuestTerms terms, Clock clock) {
        this.entries = entries;
        this.codes = codes;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * What became of a try.
     *
     * @param right to what the code lets in; empty if it is none of them, its time is over, or it has been tried too often
     * @param left how often another one can be tried for what was asked for last
     */
    record Tried(Optional<GuestEntry> right, int left) {
    }

    /**
     * Takes part in the caller's transaction. What is no code is a wrong one.
     *
     * @param asked the last one first
     */
    Tried of(String typed, List<GuestEntry> asked) {
        if (asked.isEmpty()) {
            return new Tried(Optional.empty(), 0);
        }
        String code = GuestCodes.typed(typed).orElse("");
        // Looked at to the end, whichever it is.
        List<GuestEntry> right = asked.stream().filter(entry -> codes.isRight(entry, code) && terms.isCurrent(entry, clock.instant()))
            .toList();
        boolean counted = entries.countTry((right.isEmpty() ? asked : right).stream().map(GuestEntry::getId).toList(), TRIES) > 0;
        return new Tried(right.stream().filter(entry -> counted).findFirst(), TRIES - entries.triesOf(asked.get(0).getId()));
    }
}
