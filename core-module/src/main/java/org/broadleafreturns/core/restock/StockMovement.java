package org.broadleafreturns.core.restock;

import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.PreRemove;
import javax.persistence.PreUpdate;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.broadleafreturns.core.platform.StockMove;
import org.broadleafreturns.core.platform.StockObstacle;

/**
 * Units of one order item, or of a whole set, that a step was to put on the shelf or to take from it, how many it did, and why not all.
 * Written once, in the transaction of the step, and never changed. One at most for each step and order item, which the table holds to.
 */
@Entity
@Table(name = "RTN_STOCK_MOVEMENT")
@TableGenerator(name = "RtnStockMovement", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_STOCK_MOVEMENT", allocationSize = 20)
class StockMovement {

    /** Where to. Stored by name. */
    enum Direction { PUT, TAKEN }

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnStockMovement")
    @Column(name = "MOVEMENT_ID")
    private Long id;

    @Column(name = "REQUEST_ID", nullable = false, updatable = false)
    private Long requestId;

    /** The return's version that the step has found. */
    @Column(name = "RETURN_VERSION", nullable = false, updatable = false)
    private int returnVersion;

    @Column(name = "ORDER_ITEM_ID", nullable = false, updatable = false)
    private Long orderItemId;

    /** Of a set, which has no line in the return. */
    @Column(name = "SET_NAME", updatable = false)
    private String setName;

    /** Null where the order item has no article. */
    @Column(name = "SKU_ID", updatable = false)
    private Long skuId;

    @Enumerated(EnumType.STRING)
    @Column(name = "DIRECTION", nullable = false, updatable = false, length = 10)
    private Direction direction;

    @Column(name = "UNITS", nullable = false, updatable = false)
    private int units;

    @Column(name = "UNITS_MOVED", nullable = false, updatable = false)
    private int moved;

    @Enumerated(EnumType.STRING)
    @Column(name = "OBSTACLE", updatable = false, length = 20)
    private StockObstacle obstacle;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "HAPPENED_AT", nullable = false, updatable = false)
    private Date happenedAt;

    /** For the persistence provider. */
    protected StockMovement() {
    }

    private StockMovement(Long requestId, int returnVersion, Wanted wanted, Direction direction, StockMove move, Date happenedAt) {
        this.requestId = requestId;
        this.returnVersion = returnVersion;
        this.orderItemId = wanted.orderItemId();
        this.setName = wanted.setName();
        this.skuId = wanted.skuId();
        this.direction = direction;
        this.units = wanted.units();
        this.moved = move.units();
        this.obstacle = move.obstacle();
        this.happenedAt = happenedAt;
    }

    /**
     * What is to be moved.
     *
     * @param setName of a whole set; null for what has a line in the return
     * @param skuId null where the order item has no article
     */
    record Wanted(Long orderItemId, String setName, Long skuId, int units) {
    }

    static StockMovement put(Long requestId, int returnVersion, Wanted wanted, StockMove move, Date happenedAt) {
        return new StockMovement(requestId, returnVersion, wanted, Direction.PUT, move, happenedAt);
    }

    static StockMovement taken(Long requestId, int returnVersion, Wanted wanted, StockMove move, Date happenedAt) {
        return new StockMovement(requestId, returnVersion, wanted, Direction.TAKEN, move, happenedAt);
    }

    @PreUpdate
    @PreRemove
    void refuse() {
        throw new IllegalStateException("Movements of stock are only added");
    }

    Long getRequestId() {
        return requestId;
    }

    Long getOrderItemId() {
        return orderItemId;
    }

    String getSetName() {
        return setName;
    }

    Long getSkuId() {
        return skuId;
    }

    boolean isPut() {
        return direction == Direction.PUT;
    }

    int getUnits() {
        return units;
    }

    int getMoved() {
        return moved;
    }

    StockObstacle getObstacle() {
        return obstacle;
    }

    /** Whether the step that happened at that moment has moved it. */
    boolean isOf(Date moment) {
        return happenedAt.getTime() == moment.getTime();
    }

    /** How many more units are on the shelf since. */
    int balance() {
        return isPut() ? moved : -moved;
    }
}
