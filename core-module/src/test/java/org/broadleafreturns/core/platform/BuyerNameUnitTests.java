package org.broadleafreturns.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.FulfillmentGroupImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.profile.core.domain.Address;
import org.broadleafcommerce.profile.core.domain.AddressImpl;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuyerNameUnitTests {

    private final Order order = new OrderImpl();
    private final Customer customer = new CustomerImpl();
    private final Address address = new AddressImpl();

    @BeforeEach
    void anOrderToAnAddress() {
        order.setCustomer(customer);
        FulfillmentGroup download = new FulfillmentGroupImpl();
        FulfillmentGroup parcel = new FulfillmentGroupImpl();
        parcel.setAddress(address);
        order.getFulfillmentGroups().add(download);
        order.getFulfillmentGroups().add(parcel);
    }

    @Test
    void aCustomerWithANameIsCalledThat() {
        customer.setFirstName("Ann");
        address.setFirstName("Bob");

        assertThat(BuyerName.of(order)).isEqualTo(new BuyerName("Ann", null));
    }

    @Test
    void aGuestIsCalledWhatTheParcelWasAddressedTo() {
        customer.setFirstName(" ");
        address.setFirstName("Bob");
        address.setLastName("Builder");

        assertThat(BuyerName.of(order)).isEqualTo(new BuyerName("Bob", "Builder"));
    }

    @Test
    void nobodyKnowsMoreOfAGuestWithoutAnAddress() {
        order.getFulfillmentGroups().clear();

        assertThat(BuyerName.of(order)).isEqualTo(new BuyerName(null, null));
    }
}
