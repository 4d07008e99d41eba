package org.broadleafreturns.core.withdrawal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import org.broadleafreturns.core.characters.Characters;

/** Units that were picked in a statement. It tells which they were if the order's line is gone, until its customer is forgotten. */
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

    @Column(name = "ARTICLE_NAME", nullable = false, length = WithdrawalContent.LINE_NAME_LENGTH)
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

    /** Keeps which article it was, and nothing of what was typed for it, such as a message. */
    void blank(String article) {
        name = Characters.oneLine(article, WithdrawalContent.LINE_NAME_LENGTH);
    }

    Long getOrderItemId() {
        return orderItemId;
    }

    Long getWithdrawalId() {
        return withdrawalId;
    }

    WithdrawnLine line() {
        return new WithdrawnLine(orderItemId, name, units);
    }
}
