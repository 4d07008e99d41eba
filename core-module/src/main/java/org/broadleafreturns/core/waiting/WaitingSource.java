package org.broadleafreturns.core.waiting;

import java.util.List;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Something that waits for work in the background. Every bean of this type is a row of the back office's page, a line of the log
 * when too much waits, and a meter; a shop may add some.
 */
@ForIntegrators
public interface WaitingSource {

    /**
     * What it is called in properties ({@code returns.waiting.NAME.count} and {@code .minutes}), in the log and as a meter's tag:
     * small letters, digits and hyphens. In the back office it is the message {@code rtn.admin.waiting.NAME}, explained by
     * {@code rtn.admin.waiting.NAME.help}.
     */
    String name();

    /**
     * How much waits now. Asked every minute: one statement that an index serves and that stops at {@link Backlog#COUNTED}, as
     * those of {@link Tally} do.
     */
    Backlog backlog();

    /** What may wait unless the shop's properties say something else. */
    default Allowance usual() {
        return Allowance.ANY;
    }

    /** Those that have waited longest, asked when somebody opens the page. */
    default List<WaitingItem> oldest(int limit) {
        return List.of();
    }

    /** Where the back office shows them, an address within it that begins with a slash; null if nowhere else. */
    default String address() {
        return null;
    }
}
