package org.broadleafreturns.core.platform;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What came of units that were to be put on the shelf, or taken from it.
 *
 * @param units how many were
 * @param obstacle why no more were; null if all were
 */
@ForIntegrators
public record StockMove(int units, StockObstacle obstacle) {

    /** All of them. */
    public static StockMove all(int units) {
        return new StockMove(units, null);
    }

    /** None of them. */
    public static StockMove none(StockObstacle obstacle) {
        return new StockMove(0, obstacle);
    }
}
