package org.broadleafreturns.core.request;

import java.time.Instant;
import java.util.Optional;

/** What is done for a return after its decision, such as paying back money. Features have it. */
public interface Aftermath {

    /** Whether something of it is still to come, or nobody knows how it ended. */
    boolean isOpen(Long returnId);

    /** When the last of it was done; empty if nothing was. */
    Optional<Instant> lastDone(Long returnId);
}
