package org.broadleafreturns.core.withdrawal;

/**
 * A statement that somebody has confirmed on the page.
 *
 * @param pageKey of the page, see {@link WithdrawalPages}
 * @param automatic whether it looks as if no person had sent it
 * @param network the network address that it came from; null if the shop does not count by those
 */
public record StateWithdrawal(WithdrawalContent content, String pageKey, boolean automatic, String network) {
}
