package org.broadleafreturns.core.refund;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All units that were refunded. */
interface RefundLines extends Repository<RefundLine, Long> {

    RefundLine save(RefundLine line);

    @Query("select l from RefundLine l where l.refundId in (:refunds) order by l.refundId, l.id")
    List<RefundLine> findOfRefunds(@Param("refunds") Collection<Long> refunds);

    /** Order item, units that count as refunded, in whichever return, and what was refunded for them. */
    @Query("select l.orderItemId, sum(l.units), sum(l.amount) from RefundLine l, Refund r where r.id = l.refundId and r.inForce = true"
        + " and l.orderItemId in (:items) group by l.orderItemId")
    List<Object[]> sumByItem(@Param("items") Collection<Long> items);

    /** The same of one return, by its lines. */
    @Query("select l.lineId, sum(l.units) from RefundLine l, Refund r where r.id = l.refundId and r.inForce = true"
        + " and r.requestId = :request group by l.lineId")
    List<Object[]> sumByLine(@Param("request") Long request);
}
