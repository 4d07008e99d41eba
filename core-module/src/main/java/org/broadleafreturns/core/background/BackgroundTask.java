package org.broadleafreturns.core.background;

import com.github.kagkarlsson.scheduler.task.Task;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A kind of work that is done later. db-scheduler's own tasks are no beans, since a shop that has db-scheduler, too, takes all
 * beans of that type for its own, and we would take the shop's.
 *
 * @param task with a name that begins with {@code rtn-}
 */
@ForIntegrators
public record BackgroundTask<T extends Task<?>>(T task) {
}
