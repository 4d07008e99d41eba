package org.broadleafreturns.core.withdrawal;

/** What merchants should know of a statement. None of them keeps it from being recorded and acknowledged. */
public enum WithdrawalFlag {
    /** By the shop's count the period was over for some of the articles. */
    LATE,
    /** Some of the articles are marked as excepted from the right of withdrawal. */
    EXCLUDED,
    /** There is an earlier statement about this order. */
    SECOND,
    /** Some of the units have not left the shop. */
    NOT_SHIPPED,
    /** The order is cancelled. */
    CANCELLED,
    /** The order went to a country in which the shop does not offer the right, or nobody knows where it went. */
    COUNTRY,
    /** Confirmed faster than people read, or a field was filled in that people do not see; browsers do that too. */
    AUTOMATIC,
    /** Comparing it with the shop's orders has failed again and again, or the shop's count with the order that a merchant has linked. */
    UNCOMPARED
}
