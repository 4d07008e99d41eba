package org.broadleafreturns.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.FulfillmentGroupImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.OrderPaymentImpl;
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

        assertThat(BuyerName.of(order, customer)).isEqualTo(new BuyerName("Ann", null));
    }

    @Test
    void aGuestIsCalledWhatTheParcelWasAddressedTo() {
        customer.setFirstName(" ");
        address.setFirstName("Bob");
        address.setLastName("Builder");

        assertThat(BuyerName.of(order, customer)).isEqualTo(new BuyerName("Bob", "Builder"));
    }

    @Test
    void aGuestWhoHasTheParcelSentToSomebodyElseIsCalledWhatTheBillSays() {
        Address ofBill = new AddressImpl();
        ofBill.setFirstName("Ann");
        ofBill.setLastName("Lee");
        OrderPayment cash = new OrderPaymentImpl();
        OrderPayment card = new OrderPaymentImpl();
        card.setBillingAddress(ofBill);
        order.setPayments(List.of(cash, card));
        address.setFirstName("Bob");

        assertThat(BuyerName.of(order, customer)).isEqualTo(new BuyerName("Ann", "Lee"));
    }

    @Test
    void aBillToNobodyNamesNobody() {
        OrderPayment card = new OrderPaymentImpl();
        card.setBillingAddress(new AddressImpl());
        order.setPayments(List.of(card));
        address.setFirstName("Bob");

        assertThat(BuyerName.of(order, customer)).isEqualTo(new BuyerName("Bob", null));
    }

    @Test
    void nobodyKnowsMoreOfAGuestWithoutAnAddress() {
        order.getFulfillmentGroups().clear();

        assertThat(BuyerName.of(order, customer)).isEqualTo(new BuyerName(null, null));
    }
}
