package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import javax.persistence.Version;
import org.broadleafreturns.core.kernel.Actor;

/**
 * Money that a merchant has decided to pay back for a return: how much, for what, and what has become of it. Through which payments it
 * goes, its {@link RefundPayment}s say, unless it gives a {@link Voucher} instead; for which units, its {@link RefundLine}s. Amounts are in
 * the order's currency, exact, and never change; the state follows from the payments, or from the voucher.
 */
@Entity
@Table(name = "RTN_REFUND")
@TableGenerator(name = "RtnRefund", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_REFUND", allocationSize = 10)
class Refund {

    /** How long a text can be, in characters. */
    static final int TEXT_LENGTH = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnRefund")
    @Column(name = "REFUND_ID")
    private Long id;

    @Column(name = "REQUEST_ID", nullable = false, updatable = false)
    private Long requestId;

    @Column(name = "ORDER_ID", nullable = false, updatable = false)
    private Long orderId;

    @Column(name = "CURRENCY_CODE", nullable = false, updatable = false, length = 3)
    private String currency;

    @Column(name = "GOODS_AMOUNT", nullable = false, updatable = false, precision = 19, scale = 5)
    private BigDecimal goods;

    @Column(name = "DELIVERY_AMOUNT", nullable = false, updatable = false, precision = 19, scale = 5)
    private BigDecimal delivery;

    @Column(name = "WEAR_AMOUNT", nullable = false, updatable = false, precision = 19, scale = 5)
    private BigDecimal wear;

    @Column(name = "POSTAGE_AMOUNT", nullable = false, updatable = false, precision = 19, scale = 5)
    private BigDecimal postage;

    @Column(name = "FEE_AMOUNT", nullable = false, updatable = false, precision = 19, scale = 5)
    private BigDecimal fee;

    /** What the shopper reads of the deductions, or null. */
    @Column(name = "DEDUCTION_REASON", updatable = false, length = TEXT_LENGTH)
    private String deductionReason;

    /** What of it was paid back before, by something else. */
    @Column(name = "OTHERWISE_AMOUNT", nullable = false, updatable = false, precision = 19, scale = 5)
    private BigDecimal otherwise;

    @Column(name = "GOODWILL_AMOUNT", nullable = false, updatable = false, precision = 19, scale = 5)
    private BigDecimal goodwill;

    @Column(name = "TOTAL_AMOUNT", nullable = false, updatable = false, precision = 19, scale = 5)
    private BigDecimal total;

    /** What has been paid back of it. */
    @Column(name = "DONE_AMOUNT", nullable = false, precision = 19, scale = 5)
    private BigDecimal done = BigDecimal.ZERO;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", nullable = false, length = 10)
    private RefundState state = RefundState.PENDING;

    /**
     * Whether its units count as refunded: not if nothing of it was paid back and nothing will be, nor where another refund had refunded
     * them when it was found out that this one was paid back after all.
     */
    @Column(name = "IN_FORCE", nullable = false)
    private boolean inForce = true;

    @Column(name = "ACTOR_ID", updatable = false)
    private Long actorId;

    @Column(name = "ACTOR_NAME", nullable = false, updatable = false)
    private String actorName;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "CREATED_AT", nullable = false, updatable = false)
    private Date createdAt;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "SETTLED_AT")
    private Date settledAt;

    /** The mail that tells of it and waits for it, or null. */
    @Column(name = "MAIL_ID", updatable = false)
    private Long mailId;

    @Version
    @Column(name = "VERSION", nullable = false)
    private int version;

    /** For the persistence provider. */
    protected Refund() {
    }

    Refund(Long requestId, Long orderId, String currency, RefundAmounts amounts, Actor actor, Date createdAt, Long mailId) {
        this.requestId = requestId;
        this.orderId = orderId;
        this.currency = currency;
        this.goods = amounts.goods();
        this.delivery = amounts.delivery();
        this.wear = amounts.wear();
        this.postage = amounts.postage();
        this.fee = amounts.fee();
        this.deductionReason = amounts.deductionReason();
        this.otherwise = amounts.otherwise();
        this.goodwill = amounts.goodwill();
        this.total = amounts.total();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.createdAt = createdAt;
        this.mailId = mailId;
    }

    /** Follows its payments. */
    void follow(Collection<RefundPayment> payments, Date when) {
        state = RefundState.of(payments.stream().map(RefundPayment::getState).toList());
        done = payments.stream().filter(payment -> payment.getState() == RefundState.DONE).map(RefundPayment::getAmount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        inForce = payments.stream().anyMatch(payment -> payment.getState() != RefundState.FAILED);
        settledAt = state.isOpen() ? null : when;
    }

    /** Its units count for another refund by now, and are not refunded twice. */
    void leaveUnits() {
        inForce = false;
    }

    /** The voucher is there that it gives. */
    void issued(Date when) {
        state = RefundState.DONE;
        done = total;
        settledAt = when;
    }

    /** Nobody has used its voucher, and nobody will: nothing of it was refunded. */
    void end(Date when) {
        state = RefundState.ENDED;
        done = BigDecimal.ZERO;
        inForce = false;
        settledAt = when;
    }

    Long getId() {
        return id;
    }

    Long getRequestId() {
        return requestId;
    }

    Long getOrderId() {
        return orderId;
    }

    String getCurrency() {
        return currency;
    }

    RefundAmounts amounts() {
        return new RefundAmounts(goods, delivery, wear, postage, fee, deductionReason, otherwise, goodwill);
    }

    BigDecimal getTotal() {
        return total;
    }

    BigDecimal getDone() {
        return done;
    }

    RefundState getState() {
        return state;
    }

    boolean isInForce() {
        return inForce;
    }

    Long getActorId() {
        return actorId;
    }

    String getActorName() {
        return actorName;
    }

    Date getCreatedAt() {
        return createdAt;
    }

    Date getSettledAt() {
        return settledAt;
    }

    Long getMailId() {
        return mailId;
    }
}
