package org.broadleafreturns.core.withdrawal;

import java.util.List;
import org.broadleafreturns.core.request.ReturnStatus;

/**
 * A return of the order that a statement is about, as the statement's page shows it.
 *
 * @param articles in words, one text a line
 */
public record WithdrawnReturn(String number, Long orderId, ReturnStatus status, List<String> articles) {
}
