package org.broadleafreturns.core.platform;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.profile.core.domain.Address;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;

/**
 * What the buyer of an order is called: a guest has no name as a customer, so it is that of the address to which the bill went, else of
 * the one to which the order went.
 *
 * @param first may be null
 * @param last may be null; the whole name where the shop asks for no more than that
 */
public record BuyerName(String first, String last) {

    /** @param customer whose the order is */
    public static BuyerName of(Order order, Customer customer) {
        BuyerName own = new BuyerName(customer.getFirstName(), customer.getLastName());
        return own.isBlank() ? Stream.concat(stream(order.getPayments()).map(OrderPayment::getBillingAddress),
                stream(order.getFulfillmentGroups()).map(FulfillmentGroup::getAddress))
            .filter(Objects::nonNull).map(BuyerName::of).filter(name -> !name.isBlank()).findFirst().orElse(own) : own;
    }

    private static <T> Stream<T> stream(Collection<T> some) {
        return some == null ? Stream.of() : some.stream();
    }

    private static BuyerName of(Address address) {
        BuyerName name = new BuyerName(address.getFirstName(), address.getLastName());
        return name.isBlank() ? new BuyerName(null, fullName(address)) : name;
    }

    /** Which Broadleaf 3.1 does not have. */
    private static String fullName(Address address) {
        BeanWrapper properties = new BeanWrapperImpl(address);
        return properties.isReadableProperty("fullName") ? (String) properties.getPropertyValue("fullName") : null;
    }

    private boolean isBlank() {
        return isBlank(first) && isBlank(last);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
