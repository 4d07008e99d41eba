package org.broadleafreturns.core.withdrawal;

/**
 * Units of an order's line that a shopper withdraws from.
 *
 * @param orderItemId of the platform's order item
 * @param name as the shopper has read it
 */
public record WithdrawnLine(Long orderItemId, String name, int quantity) {
}
