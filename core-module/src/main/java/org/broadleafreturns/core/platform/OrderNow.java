package org.broadleafreturns.core.platform;

import org.broadleafcommerce.core.order.domain.Order;

/**
 * An order with how it stands at this moment.
 *
 * @param order the platform's record, which may have been read before
 * @param state as the database has it now
 */
public record OrderNow(Order order, OrderState state) {
}
