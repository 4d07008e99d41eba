package org.broadleafreturns.core.draft;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.data.domain.PageRequest;

/** Throws away drafts that nobody has sent, with their photos, one at a time: there may be thousands. */
class DraftCleanup {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 100;

    private final ReturnDrafts drafts;
    private final DraftDisposal disposal;
    private final ReturnsSettings settings;
    private final Clock clock;

    DraftCleanup(ReturnDrafts drafts, DraftDisposal disposal, ReturnsSettings settings, Clock clock) {
        this.drafts = drafts;
        this.disposal = disposal;
        this.settings = settings;
        this.clock = clock;
    }

    /** The background work that does this every hour. */
    RecurringTask<Void> task() {
        return Tasks.recurring("rtn-draft-cleanup", FixedDelay.of(PAUSE)).execute((instance, context) -> run());
    }

    /** Throws away what is too old now. */
    void run() {
        Date before = Date.from(clock.instant().minus(settings.previewLifetime()));
        List<String> tooOld;
        do {
            tooOld = drafts.findTokensSavedBefore(before, PageRequest.of(0, AT_ONCE));
            tooOld.forEach(token -> disposal.discardIfSavedBefore(token, before));
        } while (tooOld.size() == AT_ONCE);
    }
}
