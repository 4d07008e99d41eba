package org.broadleafreturns.core.refund;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** How it stands with the money of a return that has to be back. */
@ForIntegrators
public enum DueState {
    /** It has to be back by a day. */
    DUE,
    /** It should have been. */
    LATE,
    /** It would have to be back by a day, but the shop may wait until goods or a proof of sending are there. */
    WITHHELD,
    /** The return was decided before refunds were recorded: nobody knows whether money went back. */
    NOT_RECORDED
}
