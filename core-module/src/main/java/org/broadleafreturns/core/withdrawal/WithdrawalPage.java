package org.broadleafreturns.core.withdrawal;

import java.util.List;

/**
 * Some statements of a list.
 *
 * @param number of the page, from 0
 * @param more whether there are further ones
 */
public record WithdrawalPage(List<WithdrawalRow> rows, int number, boolean more) {
}
