package org.broadleafreturns.core.guest;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.broadleafreturns.core.mail.Outbox;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Throws away that somebody has asked to be let in, with the mail that they got: after an hour if it was in vain, and after a day if there
 * was a code, which counts so long.
 */
class GuestCleanup {

    private static final Duration PAUSE = Duration.ofMinutes(30);
    private static final Duration IN_VAIN = Duration.ofHours(1);
    private static final Duration WITH_CODE = Duration.ofHours(25);
    private static final Pageable SOME = PageRequest.of(0, 100);

    private final GuestEntries entries;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    GuestCleanup(GuestEntries entries, Outbox outbox, Clock clock, PlatformTransactionManager transactionManager) {
        this.entries = entries;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** The background work that does this twice an hour. */
    static RecurringTask<Void> task(Supplier<GuestCleanup> cleanup) {
        return Tasks.recurring("rtn-guest-cleanup", FixedDelay.of(PAUSE)).execute((instance, context) -> cleanup.get().run());
    }

    /** Throws away what is too old now, a hundred at a time: there may be thousands. */
    void run() {
        throwAway(() -> entries.findInVainBefore(before(IN_VAIN), SOME));
        throwAway(() -> entries.findAskedBefore(before(WITH_CODE), SOME));
    }

    private void throwAway(Supplier<List<Long>> tooOld) {
        int thrownAway;
        do {
            thrownAway = transaction.execute(status -> {
                List<Long> ids = tooOld.get();
                entries.throwAway(ids, outbox);
                return ids.size();
            });
        } while (thrownAway == SOME.getPageSize());
    }

    private Date before(Duration age) {
        return Date.from(clock.instant().minus(age));
    }
}
