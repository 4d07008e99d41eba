package org.broadleafreturns.core.event;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells listeners what happened, the events of each return one after the other. No transaction is open while a listener is told.
 * Between its answer and the note of it lies the only moment in which a crash makes it hear an event twice that it took.
 *
 * <p>A listener has one background task, which one node has at a time and only nodes that have the listener; it is there all the
 * time and looks into the table each time, so that nothing can be stored between two looks and be forgotten.
 */
class EventDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(EventDelivery.class);

    private static final String TASK = "rtn-event-";

    /** It is looked when something was stored and each time the node looks for work; this only keeps looks from being one. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MAXIMUM_DOUBLINGS = 16;
    private static final int AT_ONCE = 100;

    /** So often it is tried to note what became of an event while others change the same rows. */
    private static final int NOTES = 4;

    private final StoredEvents events;
    private final Deliveries deliveries;
    private final Duration firstPause;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EventDelivery(StoredEvents events, Deliveries deliveries, Duration firstPause, Clock clock,
            PlatformTransactionManager transactionManager) {
        this.events = events;
        this.deliveries = deliveries;
        this.firstPause = firstPause;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    RecurringTask<Void> task(String name, ReturnEventListener listener) {
        return Tasks.recurring(TASK + name, FixedDelay.of(BETWEEN_LOOKS)).execute((instance, context) ->
            tell(name, listener, () -> context.getSchedulerState().isShuttingDown()));
    }

    /** Tells a listener all that it may be told now. */
    void tell(String name, ReturnEventListener listener, BooleanSupplier stopped) {
        List<Long> due;
        do {
            due = transaction.execute(status -> deliveries.returnsDue(name, clock.instant(), AT_ONCE));
            for (Long returnId : new LinkedHashSet<>(due)) {
                tellOf(returnId, name, listener, stopped);
            }
        } while (!due.isEmpty() && !stopped.getAsBoolean());
    }

    /** Leaves nothing of the return due: it is told or waits. */
    private void tellOf(Long returnId, String name, ReturnEventListener listener, BooleanSupplier stopped) {
        boolean more = true;
        while (more && !stopped.getAsBoolean()) {
            Due due = transaction.execute(status -> due(returnId, name));
            more = due != null && (due.event == null || tell(due, name, listener));
            if (more) {
                note(() -> deliveries.done(name, returnId, due.pending.number()), NOTES);
            }
        }
    }

    private Due due(Long returnId, String name) {
        Optional<Deliveries.Pending> next = deliveries.next(name, returnId);
        if (next.isEmpty()) {
            return null;
        }
        Deliveries.Pending pending = next.get();
        if (pending.due() > clock.millis()) {
            deliveries.putOff(name, returnId, pending.due());
            return null;
        }
        ReturnEvent event = events.findById(pending.eventId()).orElse(null);
        if (event == null) {
            LOG.warn("There is no event {} any more, as in tables that were restored in part: {} is not told", pending.eventId(), name);
        }
        return new Due(pending, event);
    }

    /** @return whether the listener has taken it */
    private boolean tell(Due due, String name, ReturnEventListener listener) {
        try {
            if (listener.wants(due.event.getKind())) {
                listener.on(due.event);
            }
            return true;
        } catch (Throwable e) {
            // Whatever it is, other returns do not wait for this one.
            failed(due, name, e);
            return false;
        }
    }

    private void failed(Due due, String name, Throwable failure) {
        ReturnEvent event = due.event;
        int attempts = due.pending.attempts() + 1;
        Instant next = clock.instant().plus(pauseAfter(attempts));
        if (attempts == ReturnEvents.SHOWN_AFTER) {
            LOG.error("The listener '{}' has refused event {} of return {} ({}) {} times. It is tried on, and later events of this"
                + " return wait.", name, event.getNumber(), event.getReturnNumber(), event.getKind(), attempts, failure);
        } else {
            LOG.warn("The listener '{}' has not taken event {} of return {} ({}) at attempt {}: {}", name, event.getNumber(),
                event.getReturnNumber(), event.getKind(), attempts, failure.toString());
        }
        note(() -> {
            deliveries.failed(name, event.getReturnId(), event.getNumber(), attempts, failure);
            deliveries.putOff(name, event.getReturnId(), next.toEpochMilli());
        }, NOTES);
    }

    Duration pauseAfter(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, MAXIMUM_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void note(Runnable note, int times) {
        try {
            transaction.executeWithoutResult(status -> note.run());
        } catch (ConcurrencyFailureException e) {
            // The database broke a deadlock. What has no note is told again.
            if (times <= 1) {
                throw e;
            }
            note(note, times - 1);
        }
    }

    /** @param event null if it is gone */
    private record Due(Deliveries.Pending pending, ReturnEvent event) {
    }
}
