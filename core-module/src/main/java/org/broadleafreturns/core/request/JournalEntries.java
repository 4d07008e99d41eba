package org.broadleafreturns.core.request;

import java.util.Collection;
import java.util.List;
import org.broadleafreturns.core.kernel.Actor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The journals. The only changes that are ever made to entries: blanking what is personal. Entries are written with their return. */
interface JournalEntries extends Repository<JournalEntry, Long> {

    /** Of each entry of an order's returns that a mail has told of: the entry's identifier, and what a report has of the mail. */
    @Query("select e.id, m.id, m.state, m.recipient, m.failure, m.lastError from JournalEntry e join e.mail m"
        + " where e.request.order.id = :orderId")
    List<Object[]> findMailsByOrder(@Param("orderId") Long orderId);

    /** Blanks what people wrote and attached in the journals of those returns. */
    @Modifying
    @Query("update JournalEntry e set e.message = null, e.note = null, e.document = null where e.request.id in :requestIds")
    void blankContents(@Param("requestIds") Collection<Long> requestIds);

    /** Blanks who acted in that capacity in the journals of those returns. */
    @Modifying
    @Query("update JournalEntry e set e.actorName = '', e.actorId = null, e.address = null"
        + " where e.actorKind = :kind and e.request.id in :requestIds")
    void blankActors(@Param("kind") Actor.Kind kind, @Param("requestIds") Collection<Long> requestIds);
}
