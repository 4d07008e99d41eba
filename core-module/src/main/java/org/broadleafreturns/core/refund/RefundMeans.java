package org.broadleafreturns.core.refund;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** How money goes back. Stored by name. */
@ForIntegrators
public enum RefundMeans {

    /** Through the payment gateway that took it. */
    GATEWAY,
    /** Elsewhere, in the way in which it was paid: in the gateway's own console, in cash for what was paid in cash. */
    SAME_WAY,
    /** Elsewhere, by a transfer to the shopper's account. */
    BANK_TRANSFER,
    /** Elsewhere, in cash. */
    CASH,
    /** Elsewhere, by cheque. */
    CHEQUE,
    /** Elsewhere, in another way. */
    OTHER;

    /** Whether somebody says that it was paid back, and nobody is asked. */
    public boolean isElsewhere() {
        return this != GATEWAY;
    }

    /**
     * Whether the shopper has to have agreed: money goes back by the means by which it was paid, unless they have (directive
     * 2011/83/EU, article 13, paragraph 1).
     */
    public boolean needsAgreement() {
        return isElsewhere() && this != SAME_WAY;
    }
}
