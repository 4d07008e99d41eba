package org.broadleafreturns.core.refund;

import java.math.BigDecimal;

/**
 * Units of one line of a return that are to be refunded.
 *
 * @param article what it is called
 * @param most how many could be
 * @param units how many are
 * @param worth what these are worth
 */
record RefundUnits(Long lineId, Long orderItemId, String article, int most, int units, BigDecimal worth) {
}
