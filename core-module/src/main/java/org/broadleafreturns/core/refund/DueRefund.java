package org.broadleafreturns.core.refund;

import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;

/** Until when the money of a return has to be back, for the lists; only returns that were decided before there were such have none. */
@Entity
@Table(name = "RTN_REFUND_DUE")
class DueRefund {

    @Id
    @Column(name = "REQUEST_ID")
    private Long requestId;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "DUE_ON")
    private Date dueOn;

    @Column(name = "TO_REFUND", nullable = false)
    private boolean toRefund;

    /** For the persistence provider. */
    protected DueRefund() {
    }

    DueRefund(Long requestId) {
        this.requestId = requestId;
    }

    /**
     * @param newDueOn the last second in which it is not late; null while nobody can be late with it
     * @param newToRefund whether the return is decided and units of it are accepted and not refunded
     */
    DueRefund become(Date newDueOn, boolean newToRefund) {
        dueOn = newDueOn;
        toRefund = newToRefund;
        return this;
    }

    Long getRequestId() {
        return requestId;
    }

    Date getDueOn() {
        return dueOn;
    }

    boolean isToRefund() {
        return toRefund;
    }
}
