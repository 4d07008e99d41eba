package org.broadleafreturns.core.withdrawal;

/** How it is known which order a statement is about. */
public enum WithdrawalMatch {
    /** Its customer was logged in and picked it. */
    SESSION,
    /** Its number and one of the addresses that mails about it go to were typed. */
    ADDRESS,
    /** Its number was typed, but an address that is not the order's, so that it may be somebody else's; or none, by a merchant. */
    NUMBER,
    /** There is no order of that number, or nobody knows, since comparing has failed: see {@link WithdrawalFlag#UNCOMPARED}. */
    NONE,
    /** A merchant has said so. */
    MERCHANT;

    /** Whether the statement is taken to be about the order. */
    public boolean isSure() {
        return this == SESSION || this == ADDRESS || this == MERCHANT;
    }
}
