package org.broadleafreturns.core.refund;

/**
 * Units of one line that a decision accepts or has accepted.
 *
 * @param article what it is called
 * @param kept how many of them the shopper keeps
 */
record AcceptedUnits(Long lineId, Long orderItemId, String article, int accepted, int kept) {
}
