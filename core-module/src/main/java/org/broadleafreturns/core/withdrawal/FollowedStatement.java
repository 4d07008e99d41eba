package org.broadleafreturns.core.withdrawal;

/** A statement that a return follows, as the return shows it. */
public record FollowedStatement(String number, WithdrawalMoment stated) {
}
