package org.broadleafreturns.core.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.turn.OrderTurns;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Throws drafts away with their photos, each under its order's lock, so that none goes while it is being sent. */
class DraftDisposal {

    private final ReturnDrafts drafts;
    private final OrderTurns commands;
    private final Documents documents;
    private final EntityManager entityManager;
    private final TransactionTemplate transaction;

    DraftDisposal(ReturnDrafts drafts, OrderTurns commands, Documents documents, EntityManager entityManager,
            PlatformTransactionManager transactionManager) {
        this.drafts = drafts;
        this.commands = commands;
        this.documents = documents;
        this.entityManager = entityManager;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    void discard(String token) {
        locked(token, found -> {
            found.ifPresent(this::discard);
            return null;
        });
    }

    void discardIfSavedBefore(String token, Date before) {
        locked(token, found -> {
            found.filter(draft -> draft.wasSavedBefore(before)).ifPresent(this::discard);
            return null;
        });
    }

    private void discard(ReturnDraft draft) {
        List<ReturnDocument> photos = List.copyOf(draft.getPhotos());
        drafts.delete(draft);
        entityManager.flush();
        photos.forEach(this::forget);
    }

    /** Throws one photo away, in the caller's transaction. */
    void discard(ReturnDraft draft, ReturnDocument photo) {
        draft.remove(photo);
        entityManager.flush();
        forget(photo);
    }

    private void forget(ReturnDocument photo) {
        try {
            documents.forget(photo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Does something with a draft while its order is locked.
     *
     * @param work gets the draft, or nothing if there is none of that token
     * @throws ReturnRefusedException if others have kept the order busy for too long
     */
    <T> T locked(String token, Function<Optional<ReturnDraft>, T> work) {
        Optional<Long> order = Characters.areWritable(token)
            ? transaction.execute(status -> drafts.findOrderId(token)) : Optional.empty();
        return order.isEmpty() ? work.apply(Optional.empty()) : commands.run(order.get(), () -> work.apply(fresh(token)));
    }

    /** As it is in the database now, whatever was read before the lock. */
    Optional<ReturnDraft> fresh(String token) {
        Optional<ReturnDraft> draft = Characters.areWritable(token) ? drafts.findByToken(token) : Optional.empty();
        draft.ifPresent(entityManager::refresh);
        return draft;
    }
}
