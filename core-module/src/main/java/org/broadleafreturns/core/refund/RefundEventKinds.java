package org.broadleafreturns.core.refund;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * The kinds of lasting events that tell of money, and what is in them: {@code refund}, its identifier; {@code currency}, its code;
 * {@code total}, what the refund comes to; {@code done}, what has been paid back of it so far.
 */
@ForIntegrators
public final class RefundEventKinds {

    /** A refund was decided and written down; through a gateway, it has not been asked for yet. */
    public static final String DECIDED = "return.refund-decided";
    /** All of a refund has been paid back. */
    public static final String DONE = "return.refunded";
    /** Some or all of a refund was not paid back; {@code words} has what the gateway said. */
    public static final String FAILED = "return.refund-failed";
    /** Nobody knows whether the gateway has paid back; {@code words} as above. */
    public static final String UNKNOWN = "return.refund-unknown";
    /** The voucher of a refund was ended unused, since the decision was taken back: nothing of it counts any more. */
    public static final String ENDED = "return.refund-ended";

    private RefundEventKinds() {
    }
}
