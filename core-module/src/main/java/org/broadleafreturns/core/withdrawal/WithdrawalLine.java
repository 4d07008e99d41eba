package org.broadleafreturns.core.withdrawal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;

/** Units that were picked in a statement. It never changes, and tells which they were although the order's line may be gone. */
@Entity
@Table(name = "RTN_WITHDRAWAL_LINE")
@TableGenerator(name = "RtnWithdrawalLine", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_WITHDRAWAL_LINE", allocationSize = 10)
class WithdrawalLine {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnWithdrawalLine")
    @Column(name = "WITHDRAWAL_LINE_ID")
    private Long id;

    @Column(name = "WITHDRAWAL_ID", nullable = false, updatable = false)
    private Long withdrawalId;

    @Column(name = "ORDER_ITEM_ID", nullable = false, updatable = false)
    private Long orderItemId;

    @Column(name = "ARTICLE_NAME", nullable = false, updatable = false, length = WithdrawalContent.LINE_NAME_LENGTH)
    private String name;

    @Column(name = "UNITS", nullable = false, updatable = false)
    private int units;

    /** For the persistence provider. */
    protected WithdrawalLine() {
    }

    WithdrawalLine(Long withdrawalId, WithdrawnLine line) {
        this.withdrawalId = withdrawalId;
        this.orderItemId = line.orderItemId();
        this.name = line.name();
        this.units = line.quantity();
    }

    Long getWithdrawalId() {
        return withdrawalId;
    }

    WithdrawnLine line() {
        return new WithdrawnLine(orderItemId, name, units);
    }
}
