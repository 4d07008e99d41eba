package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All parts of refunds, payment by payment. */
interface RefundPayments extends Repository<RefundPayment, Long> {

    RefundPayment save(RefundPayment payment);

    Optional<RefundPayment> findById(Long id);

    @Query("select p from RefundPayment p where p.refundId in (:refunds) order by p.refundId, p.id")
    List<RefundPayment> findOfRefunds(@Param("refunds") Collection<Long> refunds);

    /**
     * Capture and amount of what is on its way to an order's payments, or may be; or has gone there, as the gateway says by now of what
     * counts as failed.
     */
    @Query("select p.captureId, sum(p.amount) from RefundPayment p where p.orderId = :order and (p.state in ('PENDING', 'UNKNOWN')"
        + " or p.state = 'FAILED' and p.contradictedAt is not null) group by p.captureId")
    List<Object[]> sumOpen(@Param("order") Long order);

    /** What a user has refunded in money on a return, or is about to, without what has failed; null for nothing. */
    @Query("select sum(p.amount) from RefundPayment p, Refund r where r.id = p.refundId and r.requestId = :request"
        + " and p.actorId = :user and p.state <> 'FAILED'")
    BigDecimal sumBy(@Param("request") Long request, @Param("user") Long user);

    /** The number of the return that one is of. */
    @Query("select q.number from RefundPayment p, Refund r, ReturnRequest q where p.id = :id and r.id = p.refundId and q.id = r.requestId")
    Optional<String> findReturnNumber(@Param("id") Long id);

    /** Takes what was said of a person from those of some refunds. */
    @Modifying
    @Query("update RefundPayment p set p.paymentHint = null, p.words = null, p.agreement = null where p.refundId in (:refunds)")
    void blank(@Param("refunds") Collection<Long> refunds);

    /** Notes that the gateway is about to be asked; 0 where somebody else does it, or it is done. */
    @Modifying
    @Query("update RefundPayment p set p.askedAt = :now where p.id = :id and p.state = 'PENDING' and p.askedAt is null")
    int claim(@Param("id") Long id, @Param("now") Date now);

    /** That the gateway was not asked after all. */
    @Modifying
    @Query("update RefundPayment p set p.askedAt = null where p.id = :id and p.state = 'PENDING'")
    int giveBack(@Param("id") Long id);

    /**
     * Notes that the gateway has said that it has paid. By itself, since the part may be claimed at that very moment, which a part that is
     * written as it was read would take back.
     */
    @Modifying
    @Query("update RefundPayment p set p.contradictedAt = :now where p.id = :id")
    void contradict(@Param("id") Long id, @Param("now") Date now);

    /** Those that nobody has asked for yet, of refunds that were made before that moment, from one on. */
    @Query("select p.id from RefundPayment p, Refund r where r.id = p.refundId and p.state = 'PENDING' and p.askedAt is null"
        + " and p.means = 'GATEWAY' and r.createdAt < :before and p.id > :after order by p.id")
    List<Long> findUnasked(@Param("before") Date before, @Param("after") Long after, Pageable some);

    /** Those that were asked for before that moment and have no answer. */
    @Query("select p.id from RefundPayment p where p.state = 'PENDING' and p.askedAt < :before order by p.id")
    List<Long> findUnanswered(@Param("before") Date before, Pageable some);
}
