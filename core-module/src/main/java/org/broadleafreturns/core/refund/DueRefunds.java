package org.broadleafreturns.core.refund;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Until when money has to be back, of all returns that know. */
interface DueRefunds extends Repository<DueRefund, Long> {

    DueRefund save(DueRefund due);

    Optional<DueRefund> findById(Long requestId);

    /** The returns of an order that know, without one. */
    @Query("select d.requestId from DueRefund d, ReturnRequest q where q.id = d.requestId and q.order.id = :order and q.id <> :request")
    List<Long> findOthers(@Param("order") Long order, @Param("request") Long request);

    /** Identifier of the return, until when, and whether units are to be refunded. */
    @Query("select d.requestId, d.dueOn, d.toRefund from DueRefund d where d.requestId in (:requests)")
    List<Object[]> findValues(@Param("requests") Collection<Long> requests);

    /** The same of those that are due by a moment, the earliest first. */
    @Query("select d.requestId, d.dueOn, d.toRefund from DueRefund d where d.dueOn <= :moment order by d.dueOn, d.requestId")
    List<Object[]> findDueBy(@Param("moment") Date moment, Pageable some);

    /** The same of those that are due by a moment and were not by one before. */
    @Query("select d.requestId, d.dueOn, d.toRefund from DueRefund d where d.dueOn > :before and d.dueOn <= :moment"
        + " order by d.dueOn, d.requestId")
    List<Object[]> findDueBetween(@Param("before") Date before, @Param("moment") Date moment, Pageable some);

    /** Identifier and until when, of those of which something is to be refunded by a moment, behind one of them, the earliest first. */
    @Query("select d.requestId, d.dueOn from DueRefund d where d.toRefund = true and d.dueOn <= :moment"
        + " and (d.dueOn > :after or d.dueOn = :after and d.requestId > :request) order by d.dueOn, d.requestId")
    List<Object[]> findToRefund(@Param("after") Date after, @Param("request") Long request, @Param("moment") Date moment, Pageable some);

    /** The same of running withdrawals without a proof of sending, behind one of them, whether they are due or not. */
    @Query("select d.requestId, d.dueOn from DueRefund d, ReturnRequest q where q.id = d.requestId and d.requestId > :request"
        + " and q.status in ('REQUESTED', 'LABEL_SENT', 'RECEIVED') and q.statedOn is not null and q.sentOn is null order by d.requestId")
    List<Object[]> findAwaited(@Param("request") Long request, Pageable some);

    @Query("select count(d) from DueRefund d where d.dueOn <= :moment")
    long countDueBy(@Param("moment") Date moment);
}
