package org.broadleafreturns.core.takeover;

import java.time.Instant;
import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;

/**
 * An order of somebody without an account that a customer has taken over. It counts as long as the platform's order is still that
 * somebody's: where the shop moves it, the shop is right.
 */
@Entity
@Table(name = "RTN_TAKEN_ORDER")
class TakenOrder {

    @Id
    @Column(name = "ORDER_ID")
    private Long orderId;

    @Column(name = "CUSTOMER_ID", nullable = false)
    private Long customerId;

    @Column(name = "FROM_CUSTOMER_ID", nullable = false)
    private Long fromCustomerId;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "TAKEN_AT", nullable = false)
    private Date takenAt;

    /** For the persistence provider. */
    protected TakenOrder() {
    }

    TakenOrder(Long orderId) {
        this.orderId = orderId;
    }

    /** Whoever has taken it before has it no more. */
    void take(Long customer, Long from, Instant now) {
        customerId = customer;
        fromCustomerId = from;
        takenAt = Date.from(now);
    }

    Long getOrderId() {
        return orderId;
    }

    Date getTakenAt() {
        return takenAt;
    }
}
