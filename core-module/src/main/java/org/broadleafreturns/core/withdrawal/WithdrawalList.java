package org.broadleafreturns.core.withdrawal;

/** Which statements a list shows. */
public enum WithdrawalList {
    /** With which nobody has done yet. */
    NEW,
    /** Whose acknowledgement waits for a merchant, did not go out, or did not come through yet. */
    UNTOLD,
    ALL
}
