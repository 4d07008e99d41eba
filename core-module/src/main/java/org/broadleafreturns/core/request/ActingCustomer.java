package org.broadleafreturns.core.request;

import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.kernel.Actor;

/**
 * The customer of a return as somebody who does something: whoever its order belongs to now, under the name in their account, else the
 * one that the order was made with, else the one they log in with. Guests have no account, and log in with nothing.
 */
final class ActingCustomer {

    private ActingCustomer() {
    }

    static Actor of(ReturnRequest request) {
        Customer customer = request.getOrder().getCustomer();
        String own = name(customer.getFirstName(), customer.getLastName());
        String ordered = own.isEmpty() ? name(request.getCustomerFirstName(), request.getCustomerLastName()) : own;
        return Actor.customer(customer.getId(),
            ordered.isEmpty() && customer.isRegistered() ? Texts.orEmpty(customer.getUsername()) : ordered);
    }

    private static String name(String first, String last) {
        return (Texts.orEmpty(first) + " " + Texts.orEmpty(last)).strip();
    }
}
