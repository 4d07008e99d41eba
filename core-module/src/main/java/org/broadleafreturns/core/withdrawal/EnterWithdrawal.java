package org.broadleafreturns.core.withdrawal;

import java.time.LocalDate;
import org.broadleafreturns.core.request.StatementChannel;

/**
 * A statement that did not come by way of the page, as a merchant enters it.
 *
 * @param pageKey of the form, so that it is entered once
 * @param day on which it was sent, or said
 */
record EnterWithdrawal(WithdrawalContent content, StatementChannel channel, LocalDate day, String pageKey) {
}
