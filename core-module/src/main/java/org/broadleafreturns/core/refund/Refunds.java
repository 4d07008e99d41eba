package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.takeover.AmongCustomers;
import org.broadleafreturns.core.takeover.OrderOwner;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All refunds. */
interface Refunds extends Repository<Refund, Long>, AmongCustomers {

    /** Whose return a refund is of, as returns themselves know it. */
    String THEIRS = " where q.id = r.requestId and o.customer.id in (:customers) and " + OrderOwner.ID
        + " = :customer and q.customer.id is not null";

    Refund save(Refund refund);

    Optional<Refund> findById(Long id);

    /** Those of some returns, oldest first. */
    @Query("select r from Refund r where r.requestId in (:requests) order by r.createdAt, r.id")
    List<Refund> findOfReturns(@Param("requests") Collection<Long> requests);

    /** Of those of some returns of which something has been paid back: the return, the order's currency, and how much. */
    @Query("select r.requestId, r.currency, sum(r.done) from Refund r where r.requestId in (:requests) and r.done > 0"
        + " group by r.requestId, r.currency")
    List<Object[]> sumDone(@Param("requests") Collection<Long> requests);

    /** The mails of a return that wait for a refund that is not made as they say, or of which nobody knows. */
    @Query("select m.id from Refund r, OutgoingMail m where m.id = r.mailId and r.requestId = :request and r.state <> 'PENDING'"
        + " and m.state = 'HELD'")
    List<Long> findHeldMails(@Param("request") Long request);

    /** The returns of which a mail waits for a refund that is not made as it says, or of which nobody knows. */
    @Query("select distinct r.requestId from Refund r, OutgoingMail m where m.id = r.mailId and r.requestId in (:requests)"
        + " and r.state <> 'PENDING' and m.state = 'HELD'")
    List<Long> findWaiting(@Param("requests") Collection<Long> requests);

    /** How the refunds of a return stand in the database, and what of them has been paid back; newest first. */
    @Query("select r.state, r.done from Refund r where r.requestId = :request order by r.createdAt desc, r.id desc")
    List<Object[]> findStates(@Param("request") Long request);

    /** A customer's, oldest first. */
    @Query("select r from Refund r, ReturnRequest q join q.order o" + THEIRS + " order by r.createdAt, r.id")
    List<Refund> findOfCustomer(@Param("customers") Collection<Long> customers, @Param("customer") Long customer);

    /** Identifiers of a customer's, with the numbers of the returns that they are of. */
    @Query("select r.id, q.number from Refund r, ReturnRequest q join q.order o" + THEIRS)
    List<Object[]> findNumbers(@Param("customers") Collection<Long> customers, @Param("customer") Long customer);

    /** The returns that some are of. */
    @Query("select distinct r.requestId from Refund r where r.id in (:refunds)")
    List<Long> findReturnIds(@Param("refunds") Collection<Long> refunds);

    /** The orders of a customer's. */
    @Query("select distinct r.orderId from Refund r, ReturnRequest q join q.order o" + THEIRS)
    List<Long> findOrderIds(@Param("customers") Collection<Long> customers, @Param("customer") Long customer);

    /** Numbers of a customer's returns with one whose outcome nobody knows yet. */
    @Query("select distinct q.number from Refund r, ReturnRequest q join q.order o" + THEIRS
        + " and r.state in ('PENDING', 'UNKNOWN') order by q.number")
    List<String> findOpenNumbers(@Param("customers") Collection<Long> customers, @Param("customer") Long customer);

    /** Takes what was said of a person from some. */
    @Modifying
    @Query("update Refund r set r.deductionReason = null where r.id in (:refunds)")
    void blank(@Param("refunds") Collection<Long> refunds);

    /** Whether a return has one whose outcome nobody knows yet. */
    @Query("select count(r) from Refund r where r.requestId = :request and r.state in ('PENDING', 'UNKNOWN')")
    long countOpen(@Param("request") Long request);

    /** Whether a part of one of a return's counts as failed of which the gateway says by now that it has paid it, and nobody has looked. */
    @Query("select count(p) from RefundPayment p, Refund r where r.id = p.refundId and r.requestId = :request and p.state = 'FAILED'"
        + " and p.contradictedAt is not null")
    long countContradicted(@Param("request") Long request);

    /** Whether a return has one that is on its way, unknown, or paid back in part alone. */
    @Query("select count(r) from Refund r where r.requestId = :request and r.inForce = true and r.state <> 'DONE'")
    long countUnsettled(@Param("request") Long request);

    /**
     * The returns that have one of which something was paid back, or may be, and of which its gateway has refused another part; with what
     * was refused.
     */
    @Query("select r.requestId, sum(p.amount) from RefundPayment p, Refund r where r.id = p.refundId and r.requestId in (:requests)"
        + " and r.inForce = true and p.state = 'FAILED' group by r.requestId")
    List<Object[]> sumFailedInPart(@Param("requests") Collection<Long> requests);

    /**
     * Other refunds of a return that were made or settled since a moment, or are not settled yet; of those without goodwill only where
     * it matters.
     */
    @Query("select count(r) from Refund r where r.requestId = :request and r.id <> :id and (r.inForce = true or r.state = 'DONE')"
        + " and (r.goodwill > 0 or :any = true) and (r.state <> 'DONE' or r.settledAt >= :since)")
    long countOthersSince(@Param("request") Long request, @Param("id") Long id, @Param("any") boolean any, @Param("since") Date since);

    /** What was taken off in a return's refunds; null for nothing. */
    @Query("select sum(r.wear + r.postage + r.fee) from Refund r where r.requestId = :request and r.inForce = true")
    BigDecimal sumDeductions(@Param("request") Long request);

    /**
     * What of an order's outward delivery counts as refunded, and what its refunds come to without goodwill, as if nothing had been paid
     * back otherwise; both null for nothing.
     */
    @Query("select sum(r.delivery), sum(r.goods + r.delivery - r.wear - r.postage - r.fee) from Refund r where r.orderId = :order"
        + " and r.inForce = true")
    List<Object[]> sumOfOrder(@Param("order") Long order);
}
