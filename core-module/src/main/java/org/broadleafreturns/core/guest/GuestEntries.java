package org.broadleafreturns.core.guest;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.mail.Outbox;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Who has asked to be let in lately. */
interface GuestEntries extends Repository<GuestEntry, Long> {

    GuestEntry save(GuestEntry entry);

    Optional<GuestEntry> findById(Long id);

    /** Of those who want to be let in, the last one first. */
    @Query("select e from GuestEntry e where e.browserHash = :hash and e.takerId is null and e.askedAt >= :since"
        + " order by e.askedAt desc, e.id desc")
    List<GuestEntry> findOfBrowser(@Param("hash") String hash, @Param("since") Date since, Pageable some);

    /** Of those who want to take an order over, the last one first. */
    @Query("select e from GuestEntry e where e.takerId = :taker and e.askedAt >= :since order by e.askedAt desc, e.id desc")
    List<GuestEntry> findOfTaker(@Param("taker") Long taker, @Param("since") Date since, Pageable some);

    /** All of them, however long ago. */
    @Query("select e.id from GuestEntry e where e.takerId = :taker")
    List<Long> findOfTaker(@Param("taker") Long taker);

    @Query("select count(e) from GuestEntry e where e.takerId = :taker and e.askedAt >= :since")
    long countAskedBy(@Param("taker") Long taker, @Param("since") Date since);

    /** Counts a try of each, whoever else tries at the same moment; how many of them had one left. */
    @Modifying
    @Query("update GuestEntry e set e.tries = e.tries + 1 where e.id in (:ids) and e.tries < :most")
    int countTry(@Param("ids") Collection<Long> ids, @Param("most") int most);

    /** As the database has them, whatever was read before. */
    @Query("select e.tries from GuestEntry e where e.id = :id")
    int triesOf(@Param("id") Long id);

    /**
     * How many codes for an order were mailed to the same browser or account for what was asked for between two moments, and have not been
     * tried.
     */
    @Query("select count(e) from GuestEntry e where e.orderId = :order and e.tries = 0 and e.askedAt > :after and e.askedAt < :before"
        + " and (e.browserHash = :hash and e.takerId is null or e.takerId = :taker)")
    long countUntried(@Param("order") Long order, @Param("hash") String hash, @Param("taker") Long taker, @Param("after") Date after,
        @Param("before") Date before);

    /** How many codes for an order were made since a moment. */
    @Query("select count(e) from GuestEntry e where e.orderId = :order and e.codeAt >= :since")
    long countCodes(@Param("order") Long order, @Param("since") Date since);

    /** Of those that somebody has asked for before a moment, oldest first. */
    @Query("select e.id from GuestEntry e where e.askedAt < :before order by e.askedAt, e.id")
    List<Long> findAskedBefore(@Param("before") Date before, Pageable some);

    /** The same of those to which no code was made. */
    @Query("select e.id from GuestEntry e where e.askedAt < :before and e.orderId is null order by e.askedAt, e.id")
    List<Long> findInVainBefore(@Param("before") Date before, Pageable some);

    /** Throws some away, with the mails about them. */
    default void throwAway(Collection<Long> ids, Outbox outbox) {
        if (!ids.isEmpty()) {
            outbox.deleteAbout(ids.stream().map(GuestWork::about).toList());
            delete(ids);
        }
    }

    @Modifying
    @Query("delete from GuestEntry e where e.id in (:ids)")
    void delete(@Param("ids") Collection<Long> ids);
}
