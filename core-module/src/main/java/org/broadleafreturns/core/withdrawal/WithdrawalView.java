package org.broadleafreturns.core.withdrawal;

import java.util.List;

/**
 * A statement with all that merchants need to deal with it.
 *
 * @param findings what the shop's count says; null where no order is known
 * @param others numbers of further statements about the order, the first fifty of many
 */
public record WithdrawalView(WithdrawalRow row, WithdrawalFindings findings, List<String> others) {
}
