package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Published as an application event, in the transaction in which a return is requested.
 *
 * @param returnId the request's identifier
 * @param number the request's number
 * @param orderId the platform's identifier of the order
 */
@ForIntegrators
public record ReturnRequested(Long returnId, String number, Long orderId) {
}
