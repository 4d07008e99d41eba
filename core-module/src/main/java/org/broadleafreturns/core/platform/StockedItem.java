package org.broadleafreturns.core.platform;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Of which stock an order item was sold.
 *
 * @param skuId the article whose stock it is: the product's default one, where the platform counts that for all of its variants
 * @param counted whether the platform counts it
 * @param setItemId the order item of the set that it came in, or null
 * @param perSet how many of it a set has; 1 for what came in none
 */
@ForIntegrators
public record StockedItem(Long skuId, boolean counted, Long setItemId, int perSet) {
}
