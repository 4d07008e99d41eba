package org.broadleafreturns.core.document;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.broadleafreturns.core.settings.ReturnsSettings;

/** Throws away files that were kept and belong to nothing, since what they were kept for was interrupted. */
class DocumentCleanup {

    private static final Duration PAUSE = Duration.ofHours(1);

    /** Whoever keeps a file is about to attach it, however short the shop keeps what nobody confirms. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    private final Documents documents;
    private final ReturnsSettings settings;
    private final Clock clock;

    DocumentCleanup(Documents documents, ReturnsSettings settings, Clock clock) {
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
    }

    /** The background work that does this every hour. */
    RecurringTask<Void> task() {
        return Tasks.recurring("rtn-document-cleanup", FixedDelay.of(PAUSE)).execute((instance, context) -> run());
    }

    /** Throws away what is too old now. */
    void run() {
        Duration kept = settings.previewLifetime().compareTo(SHORTEST) > 0 ? settings.previewLifetime() : SHORTEST;
        documents.discardUnattached(Date.from(clock.instant().minus(kept)));
    }
}
