package org.broadleafreturns.core.mail;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All mails ever queued. */
interface OutgoingMails extends Repository<OutgoingMail, Long> {

    OutgoingMail save(OutgoingMail mail);

    Optional<OutgoingMail> findById(Long id);

    @Query("select m from OutgoingMail m where m.about = :about")
    List<OutgoingMail> findByAbout(@Param("about") String about);

    @Query("select m from OutgoingMail m where m.about in (:abouts) order by m.queuedAt, m.id")
    List<OutgoingMail> findByAbouts(@Param("abouts") Collection<String> abouts);

    /** Of each mail about any of these, in the order in which they were queued: what it is about, and what a report has of it. */
    @Query("select m.about, m.id, m.state, m.recipient, m.failure, m.lastError from OutgoingMail m where m.about in (:abouts)"
        + " order by m.queuedAt, m.id")
    List<Object[]> findReports(@Param("abouts") Collection<String> abouts);

    @Query("select m from OutgoingMail m left join fetch m.attachment where m.id = :id")
    Optional<OutgoingMail> findWithAttachment(@Param("id") Long id);

    @Query("select b from MailBody b where b.id = :id")
    Optional<MailBody> findBody(@Param("id") Long id);

    /** Of each of these mails that was not blanked: its identifier, and what a copy has of it. */
    @Query("select m.id, m.recipient, m.subject, b.text, m.state, m.sentAt from OutgoingMail m, MailBody b"
        + " where b.id = m.id and m.id in (:ids)")
    List<Object[]> findCopies(@Param("ids") Collection<Long> ids);

    @Modifying
    @Query("delete from MailBody b where b.id in (:ids)")
    void deleteBodies(@Param("ids") Collection<Long> ids);

    @Modifying
    @Query("delete from OutgoingMail m where m.id in (:ids)")
    void delete(@Param("ids") Collection<Long> ids);

    /** How many wait for a recipient that were queued before a mail, and the most attempts that one of them has had. */
    @Query("select count(m.id), max(m.attempts) from OutgoingMail m where m.recipient = :recipient"
        + " and m.state = org.broadleafreturns.core.mail.MailState.QUEUED"
        + " and (m.queuedAt < :queuedAt or m.queuedAt = :queuedAt and m.id < :id)")
    List<Object[]> countQueuedBefore(@Param("recipient") String recipient, @Param("queuedAt") Date queuedAt, @Param("id") Long id);

    /** Those that wait for a recipient, the first one first. */
    @Query("select m.id from OutgoingMail m where m.recipient = :recipient"
        + " and m.state = org.broadleafreturns.core.mail.MailState.QUEUED order by m.queuedAt, m.id")
    List<Long> findQueued(@Param("recipient") String recipient, Pageable page);
}
