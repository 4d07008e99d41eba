package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;

/** Units of one line of a return that a refund pays for, and what they are worth. Written once. */
@Entity
@Table(name = "RTN_REFUND_LINE")
@TableGenerator(name = "RtnRefundLine", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_REFUND_LINE", allocationSize = 20)
class RefundLine {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnRefundLine")
    @Column(name = "REFUND_LINE_ID")
    private Long id;

    @Column(name = "REFUND_ID", nullable = false, updatable = false)
    private Long refundId;

    @Column(name = "LINE_ID", nullable = false, updatable = false)
    private Long lineId;

    @Column(name = "ORDER_ITEM_ID", nullable = false, updatable = false)
    private Long orderItemId;

    @Column(name = "UNITS", nullable = false, updatable = false)
    private int units;

    @Column(name = "AMOUNT", nullable = false, updatable = false, precision = 19, scale = 5)
    private BigDecimal amount;

    /** For the persistence provider. */
    protected RefundLine() {
    }

    RefundLine(Long refundId, Long lineId, Long orderItemId, int units, BigDecimal amount) {
        this.refundId = refundId;
        this.lineId = lineId;
        this.orderItemId = orderItemId;
        this.units = units;
        this.amount = amount;
    }

    Long getRefundId() {
        return refundId;
    }

    Long getLineId() {
        return lineId;
    }

    Long getOrderItemId() {
        return orderItemId;
    }

    int getUnits() {
        return units;
    }

    BigDecimal getAmount() {
        return amount;
    }
}
