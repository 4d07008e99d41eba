package org.broadleafreturns.core.waiting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;

/**
 * Says in the log when too much waits, and when it no longer does: once each, on whichever node looks at that moment, since what
 * was said is kept with the background work.
 */
public class WaitingCheck {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingCheck.class);

    private final Waiting waiting;
    private final Duration pause;
    private final Clock clock;

    WaitingCheck(Waiting waiting, Duration pause, Clock clock) {
        this.waiting = waiting;
        this.pause = pause;
        this.clock = clock;
    }

    /** The background work that does this; its data are the names of what was said to be behind. */
    public RecurringTask<String> task() {
        return Tasks.recurring("rtn-waiting-check", FixedDelay.of(pause), String.class).initialData("")
            .executeStateful((instance, context) -> run(instance.getData()));
    }

    /**
     * @param said what was behind when it was looked before
     * @return what is now
     */
    String run(String said) {
        Set<String> before = new TreeSet<>(StringUtils.commaDelimitedListToSet(said));
        // What only another application knows, or cannot be read, stands as it was.
        Set<String> now = new TreeSet<>(before);
        for (WaitingState state : waiting.now()) {
            if (state.behind() && now.add(state.name())) {
                LOG.warn("Returns: {} is behind, {} wait{}; see 'What is waiting' in the back office", state.name(),
                    count(state.backlog()), age(state.backlog()));
            } else if (state.isKnown() && !state.behind() && now.remove(state.name())) {
                LOG.info("Returns: {} is fine again, {} wait", state.name(), count(state.backlog()));
            }
        }
        return String.join(",", now);
    }

    private static String count(Backlog backlog) {
        return backlog.count() + (backlog.more() ? "+" : "");
    }

    private String age(Backlog backlog) {
        return backlog.oldest() == null ? ""
            : ", the oldest for " + Duration.between(backlog.oldest(), clock.instant()).toMinutes() + " minutes";
    }
}
