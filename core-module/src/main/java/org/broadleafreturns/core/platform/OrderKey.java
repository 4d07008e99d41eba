package org.broadleafreturns.core.platform;

/**
 * By which rows of an order and its customer are found and locked.
 *
 * @param order the order's identifier
 * @param customer the customer's; null if the order is nobody's
 */
public record OrderKey(Long order, Long customer) {
}
