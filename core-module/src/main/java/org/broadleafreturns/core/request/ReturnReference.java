package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Which return is meant, and of which order.
 *
 * @param number the one that people use
 * @param orderId the platform's identifier of the order
 */
@ForIntegrators
public record ReturnReference(Long id, String number, Long orderId) {

    /** What names a return, whatever becomes of its record. */
    public static ReturnReference to(ReturnRequest request) {
        return new ReturnReference(request.getId(), request.getNumber(), request.getOrderId());
    }
}
