package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Published as an application event, in the transaction in which a return's status changes.
 *
 * @param returnId the request's identifier
 * @param number the request's number
 * @param orderId the platform's identifier of the order
 * @param from the status before
 * @param to the status now, which may be the same when another label was sent
 */
@ForIntegrators
public record ReturnStatusChanged(Long returnId, String number, Long orderId, ReturnStatus from, ReturnStatus to) {
}
