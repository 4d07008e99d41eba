package org.broadleafreturns.core.waiting;

import java.time.Instant;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * How it stands with something that waits.
 *
 * @param source what waits
 * @param backlog how much of it; null if that could not be read
 * @param allowance what may wait
 * @param behind whether it is more than that
 */
@ForIntegrators
public record WaitingState(WaitingSource source, Backlog backlog, Allowance allowance, boolean behind) {

    static WaitingState of(WaitingSource source, Backlog backlog, Allowance allowance, Instant now) {
        return new WaitingState(source, backlog, allowance, allowance.isExceededBy(backlog, now));
    }

    static WaitingState unknown(WaitingSource source, Allowance allowance) {
        return new WaitingState(source, null, allowance, false);
    }

    public String name() {
        return source.name();
    }

    public boolean isKnown() {
        return backlog != null;
    }
}
