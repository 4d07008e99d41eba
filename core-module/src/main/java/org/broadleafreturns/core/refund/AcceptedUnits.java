package org.broadleafreturns.core.refund;

/**
 * Units of one line that a decision accepts or has accepted.
 *
 * @param article what it is called
 */
record AcceptedUnits(Long lineId, Long orderItemId, String article, int accepted) {
}
