package org.broadleafreturns.core.withdrawal;

/** Where the link to the page stands. In the footer it always does. */
public enum WithdrawalLinks {
    /** In the footer, beside orders, and in mails. */
    EVERYWHERE,
    /** In the footer alone. */
    FOOTER
}
