package org.broadleafreturns.core.background;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;

/**
 * Kinds of work of this application that are known when all of its beans are there, and that nobody schedules. For each there is
 * a thread more, so that it takes none away. Other applications of the shop may not have them and leave them alone.
 */
public interface LaterTasks {

    /** With names that begin with {@code rtn-}; asked each time the tasks start. */
    List<RecurringTask<Void>> tasks();
}
