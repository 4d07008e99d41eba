package org.broadleafreturns.core.search;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives words to returns that were made before there were any, the newest first, some at a time; and to those that an
 * application of an older version has taken since, as it may for a while beside one of this version.
 */
class SearchFilling {

    /** So long at a time, and then others have their turn. */
    private static final Duration SLICE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration PAUSE_WHEN_FILLED = Duration.ofMinutes(10);
    private static final int BATCH = 200;
    /** For so long applications of two versions may run beside each other. */
    private static final Duration OVERLAP = Duration.ofDays(2);

    private final SearchIndex index;
    private final SearchTexts texts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SearchFilling(SearchIndex index, SearchTexts texts, Clock clock, PlatformTransactionManager transactionManager) {
        this.index = index;
        this.texts = texts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    RecurringTask<Void> task() {
        return Tasks.recurring("rtn-search-filling", new Pauses()).execute((instance, context) -> {
            long end = System.nanoTime() + SLICE.toNanos();
            boolean more = true;
            while (more && System.nanoTime() < end && !context.getSchedulerState().isShuttingDown()) {
                more = fillSome();
            }
        });
    }

    /** @return whether there may be more to fill */
    boolean fillSome() {
        return transaction.execute(status -> {
            Optional<Long> next = index.next();
            List<Long> batch = next.isPresent() ? index.upTo(next.get(), BATCH)
                : index.forgottenSince(Date.from(clock.instant().minus(OVERLAP)), BATCH);
            boolean added = !batch.isEmpty() && addMissing(batch);
            if (next.isPresent()) {
                if (batch.size() == BATCH) {
                    index.fillBelow(batch.get(BATCH - 1));
                } else {
                    index.endFilling();
                }
            }
            return next.isPresent() || added;
        });
    }

    private boolean addMissing(List<Long> batch) {
        List<Long> without = new ArrayList<>(batch);
        without.removeAll(index.found(batch));
        Map<Long, List<String>> missing = without.isEmpty() ? Map.of() : texts.of(without);
        index.add(missing);
        return !missing.isEmpty();
    }

    /** Short ones as long as there is something to fill. */
    private final class Pauses implements Schedule {

        @Override
        public Instant getNextExecutionTime(ExecutionComplete last) {
            return last.getTimeDone().plus(index.isFilling() ? PAUSE : PAUSE_WHEN_FILLED);
        }

        @Override
        public boolean isDeterministic() {
            return false;
        }
    }
}
