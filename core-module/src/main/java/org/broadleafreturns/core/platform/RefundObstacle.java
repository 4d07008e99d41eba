package org.broadleafreturns.core.platform;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** Why a payment cannot be paid back through the gateway that took it. */
@ForIntegrators
public enum RefundObstacle {

    /** No gateway took it, or one that moves no money: cash on delivery, a wire, a cheque. */
    BY_HAND,
    /** The back office does not have that gateway's module. */
    NOT_INSTALLED,
    /** The gateway's module cannot refund. */
    CANNOT_REFUND,
    /** It was authorised and never captured, or not even that: nothing was taken that could be paid back. */
    NOT_CAPTURED
}
