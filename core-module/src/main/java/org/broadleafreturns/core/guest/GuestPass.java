package org.broadleafreturns.core.guest;

/**
 * What is open to somebody who is not logged in.
 *
 * @param customerId whose the order was when it was opened
 * @param returnNumber the only one of the order's returns that is; null for the whole order
 */
public record GuestPass(Long orderId, Long customerId, String returnNumber) {
}
