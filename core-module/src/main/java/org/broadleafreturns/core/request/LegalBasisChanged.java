package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Published as an application event, in the transaction in which somebody says on what a return is based in law, or when its goods
 * were sent.
 *
 * @param returnId the request's identifier
 * @param number the request's number
 * @param orderId the platform's identifier of the order
 */
@ForIntegrators
public record LegalBasisChanged(Long returnId, String number, Long orderId, StatedBasis before, StatedBasis now) {
}
