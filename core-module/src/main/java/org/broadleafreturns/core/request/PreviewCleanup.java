package org.broadleafreturns.core.request;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
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
            discarded = transaction.execute(status -> discardBatch(before));
        } while (discarded == BATCH);
    }

    private int discardBatch(Date before) {
        List<StatusPreview> batch = previews.findCreatedBefore(before, PageRequest.of(0, BATCH));
        batch.forEach(this::discard);
        return batch.size();
    }

    private void discard(StatusPreview preview) {
        ReturnDocument unused = preview.isApplied() ? null : preview.getLabel();
        previews.delete(preview);
        if (unused != null) {
            try {
                documents.forget(unused);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
