package org.broadleafreturns.core.request;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemImpl;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerImpl;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.OrderedLine.Nature;
import org.broadleafreturns.core.settings.ReturnsSettings;

/** A shop in small, without platform or database. */
final class Fixtures {

    static final long CUSTOMER_ID = 5L;
    static final ReturnsSettings SETTINGS = new ReturnsSettings("R", List.of("DAMAGED", "OTHER"), List.of("REFUND"), 1000,
        Locale.ENGLISH, new ReturnsSettings.Mail("shop@example.com", "", 3, Duration.ofSeconds(1), Duration.ofSeconds(1)),
        Duration.ofHours(1));

    private Fixtures() {
    }

    static Order submittedOrder() {
        Customer customer = new CustomerImpl();
        customer.setId(CUSTOMER_ID);
        customer.setFirstName("Ann");
        customer.setLastName("Lee");
        customer.setEmailAddress("ann@example.com");
        Order order = new OrderImpl();
        order.setId(11L);
        order.setOrderNumber("O-1");
        order.setStatus(OrderStatus.SUBMITTED);
        order.setCustomer(customer);
        return order;
    }

    static OrderedLine line(Long itemId, int quantity) {
        OrderItem item = new OrderItemImpl();
        item.setId(itemId);
        return new OrderedLine(item, "Article " + itemId, null, quantity, Nature.PHYSICAL);
    }
}
