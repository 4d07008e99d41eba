package org.broadleafreturns.core.request;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Throws away previews that are too old, with the labels that were uploaded for those never applied. */
class PreviewCleanup {

    private static final Duration PAUSE = Duration.ofHours(1);
    /** So many in one transaction, that thousands of uploads nobody confirmed take neither memory nor locks for long. */
    private static final int BATCH = 100;

    private final StatusPreviews previews;
    private final Documents documents;
    private final ReturnsSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PreviewCleanup(StatusPreviews previews, Documents documents, ReturnsSettings settings, Clock clock,
            PlatformTransactionManager transactionManager) {
        this.previews = previews;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** The background work that does this every hour. */
    RecurringTask<Void> task() {
        return Tasks.recurring("rtn-preview-cleanup", FixedDelay.of(PAUSE)).execute((instance, context) -> run());
    }

    /** Throws away what is too old now. */
    void run() {
        Date before = Date.from(clock.instant().minus(settings.previewLifetime()));
        int discarded;
        do {
            List<ReturnDocument> unused = new ArrayList<>();
            discarded = transaction.execute(status -> discardBatch(before, unused));
            unused.forEach(documents::discard);
        } while (discarded == BATCH);
    }

    private int discardBatch(Date before, List<ReturnDocument> unused) {
        List<StatusPreview> batch = previews.findCreatedBefore(before, PageRequest.of(0, BATCH));
        batch.stream().filter(preview -> !preview.isApplied()).map(StatusPreview::getLabel).filter(Objects::nonNull).forEach(unused::add);
        batch.forEach(previews::delete);
        unused.forEach(documents::release);
        return batch.size();
    }
}
