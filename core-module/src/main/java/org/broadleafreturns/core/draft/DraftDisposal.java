package org.broadleafreturns.core.draft;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.platform.RowLock;
import org.broadleafreturns.core.turn.OrderTurns;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Throws drafts away with their photos, each under its own lock, so that none goes while it is being sent. */
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
        release(token, draft -> true).forEach(documents::discard);
    }

    void discardIfSavedBefore(String token, Date before) {
        release(token, draft -> draft.wasSavedBefore(before)).forEach(documents::discard);
    }

    /** In a transaction of the caller's, who then throws away what it has released. */
    void release(String token) {
        release(token, draft -> true);
    }

    /** @return the photos of a draft that is gone, to be thrown away after the transaction */
    private List<ReturnDocument> release(String token, Predicate<ReturnDraft> wanted) {
        return locked(token, found -> found.filter(wanted).map(this::remove).orElse(List.of()));
    }

    private List<ReturnDocument> remove(ReturnDraft draft) {
        List<ReturnDocument> photos = List.copyOf(draft.getPhotos());
        drafts.delete(draft);
        photos.forEach(documents::release);
        return photos;
    }

    /** Takes a photo from its draft, in the caller's transaction, after which it is to be thrown away. */
    void remove(ReturnDraft draft, ReturnDocument photo, Date when) {
        draft.remove(photo, when);
        documents.release(photo);
    }

    /**
     * Does something with a draft while it is locked.
     *
     * @param work gets the draft, or nothing if there is none of that token; always in a transaction
     * @throws ReturnRefusedException if others have kept the draft busy for too long
     */
    <T> T locked(String token, Function<Optional<ReturnDraft>, T> work) {
        Optional<Long> id = token != null && Characters.areWritable(token)
            ? transaction.execute(status -> drafts.findId(token)) : Optional.empty();
        return id.isEmpty() ? commands.runBeside(new Object(), () -> work.apply(Optional.empty()))
            : commands.runBeside(new DraftKey(id.get()), () -> work.apply(isLocked(id.get()) ? fresh(token) : Optional.empty()));
    }

    private boolean isLocked(Long id) {
        return RowLock.take("ReturnDraft", id, LockModeType.PESSIMISTIC_WRITE, entityManager);
    }

    /** As it is in the database now, whatever was read before the lock. */
    private Optional<ReturnDraft> fresh(String token) {
        Optional<ReturnDraft> draft = drafts.findByToken(token);
        draft.ifPresent(entityManager::refresh);
        return draft;
    }

    /**
     * Keeps a draft as it is until the transaction ends.
     *
     * @return when it was last changed; empty if it is gone
     */
    Optional<Date> lock(Long id) {
        return entityManager.createQuery("select d.savedAt from ReturnDraft d where d.id = :id", Date.class).setParameter("id", id)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().findFirst();
    }

    /** By which those who want the same draft know each other. */
    private record DraftKey(Long id) {
    }
}
