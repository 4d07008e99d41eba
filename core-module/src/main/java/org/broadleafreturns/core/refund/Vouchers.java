package org.broadleafreturns.core.refund;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All vouchers that were issued. */
interface Vouchers extends Repository<Voucher, Long> {

    Voucher save(Voucher voucher);

    @Query("select v from Voucher v where v.refundId in (:refunds)")
    List<Voucher> findOfRefunds(@Param("refunds") Collection<Long> refunds);

    /** Reference, end and amount of those of an order. */
    @Query("select v.reference, v.endedAt, r.total from Voucher v, Refund r where r.id = v.refundId and r.orderId = :order")
    List<Object[]> findOfOrder(@Param("order") Long order);

    /** The same of those that a user has given on a return. */
    @Query("select v.reference, v.endedAt, r.total from Voucher v, Refund r where r.id = v.refundId and r.requestId = :request"
        + " and r.actorId = :user")
    List<Object[]> findGivenBy(@Param("request") Long request, @Param("user") Long user);

    /** Takes what was said of a person from those of some refunds. */
    @Modifying
    @Query("update Voucher v set v.agreement = null where v.refundId in (:refunds)")
    void blank(@Param("refunds") Collection<Long> refunds);
}
