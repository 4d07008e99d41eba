package org.broadleafreturns.core.withdrawal;

import java.util.List;

/**
 * A statement with all that merchants need to deal with it.
 *
 * @param marks as they are now; the row has them as they were when somebody did something with the statement last
 * @param findings what the shop's count says now; null where no order is known, or it is gone
 * @param others numbers of further statements about the order, the first fifty of many
 */
public record WithdrawalView(WithdrawalRow row, List<WithdrawalFlag> marks, WithdrawalFindings findings, List<String> others) {
}
