package org.broadleafreturns.core.platform;

import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Address;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;

/**
 * What the buyer of an order is called: a guest has no name as a customer, so it is that of the address to which the order
 * went.
 *
 * @param first may be null
 * @param last may be null; the whole name where the shop asks for no more than that
 */
public record BuyerName(String first, String last) {

    public static BuyerName of(Order order) {
        Customer customer = order.getCustomer();
        BuyerName own = new BuyerName(customer.getFirstName(), customer.getLastName());
        if (!own.isBlank() || order.getFulfillmentGroups() == null) {
            return own;
        }
        return order.getFulfillmentGroups().stream().map(FulfillmentGroup::getAddress).filter(address -> address != null)
            .map(BuyerName::of).filter(name -> !name.isBlank()).findFirst().orElse(own);
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
