package org.broadleafreturns.core.platform;

import java.util.Date;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What commands decide on of an order and what others may have changed since the order was read.
 *
 * @param status its status; null if it has none
 * @param submitDate when it was placed, or null
 * @param customerId whose it is, with whoever has taken it over; null if nobody's
 */
@ForIntegrators
public record OrderState(OrderStatus status, Date submitDate, Long customerId) {

    /** Of an order that somebody has removed: it is nobody's, and nothing that could be returned. */
    public static final OrderState GONE = new OrderState(null, null, null);

    /** As the platform's record of the order tells it, which may be out of date, and knows nothing of who has taken it over. */
    public static OrderState of(Order order) {
        Customer customer = order.getCustomer();
        return new OrderState(order.getStatus(), order.getSubmitDate(), customer == null ? null : customer.getId());
    }
}
