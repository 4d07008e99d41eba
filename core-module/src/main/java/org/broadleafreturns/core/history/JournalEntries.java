package org.broadleafreturns.core.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The journals. The only changes that are ever made to entries: blanking what is personal. */
interface JournalEntries extends Repository<JournalEntry, Long> {

    JournalEntry save(JournalEntry entry);

    /** Whose journal tells of a mail. */
    @Query("select e.requestId from JournalEntry e where e.mail.id = :mailId")
    Optional<Long> findByMail(@Param("mailId") Long mailId);

    /** Of those of some mails that a journal tells of: the mail, and whose journal it is. */
    @Query("select e.mail.id, e.requestId from JournalEntry e where e.mail.id in (:mailIds)")
    List<Object[]> findByMails(@Param("mailIds") Collection<Long> mailIds);

    /** Those of some returns in whose journals an entry of that kind has a note. */
    @Query("select distinct e.requestId from JournalEntry e where e.requestId in (:requestIds) and e.kind = :kind and e.note is not null")
    List<Long> findNoted(@Param("requestIds") Collection<Long> requestIds, @Param("kind") String kind);

    /** Blanks what people wrote and attached in the journals of those returns. */
    @Modifying
    @Query("update JournalEntry e set e.message = null, e.note = null, e.document = null where e.requestId in :requestIds")
    void blankContents(@Param("requestIds") Collection<Long> requestIds);

    /** Identifier and details of those of some kinds in the journals of those returns. */
    @Query("select e.id, e.details from JournalEntry e where e.requestId in (:requestIds) and e.kind in (:kinds) and e.details is not null")
    List<Object[]> findDetails(@Param("requestIds") Collection<Long> requestIds, @Param("kinds") Collection<String> kinds);

    /** Puts other details in the place of what is personal in them. */
    @Modifying
    @Query("update JournalEntry e set e.details = :details where e.id = :id")
    void replaceDetails(@Param("id") Long id, @Param("details") String details);

    /** Blanks who acted in that capacity in the journals of those returns. */
    @Modifying
    @Query("update JournalEntry e set e.actorName = '', e.actorId = null, e.address = null"
        + " where e.actorKind = :kind and e.requestId in :requestIds")
    void blankActors(@Param("kind") Actor.Kind kind, @Param("requestIds") Collection<Long> requestIds);
}
