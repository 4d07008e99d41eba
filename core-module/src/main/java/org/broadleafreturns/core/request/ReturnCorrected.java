package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Published as an application event, in the transaction in which a merchant puts right what was asked for, or noted as received. Where
 * nothing is left of a return, it is called off instead, and its status changes.
 *
 * @param returnId the request's identifier
 * @param number the request's number
 * @param orderId the platform's identifier of the order
 */
@ForIntegrators
public record ReturnCorrected(Long returnId, String number, Long orderId) {
}
