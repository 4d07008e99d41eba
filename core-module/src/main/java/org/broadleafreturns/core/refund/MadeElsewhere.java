package org.broadleafreturns.core.refund;

import java.util.Date;

/**
 * How money was paid back that no gateway is asked for.
 *
 * @param means never {@link RefundMeans#GATEWAY}
 * @param reference by which it is found there, or null
 * @param paidOn a moment of the day on which it was
 * @param agreement how the shopper has agreed to another means, or null
 */
record MadeElsewhere(RefundMeans means, String reference, Date paidOn, String agreement) {
}
