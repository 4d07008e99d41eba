package org.broadleafreturns.core.request;

import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;

/**
 * The customer of a return as somebody who does something: whoever its order belongs to now, under the name in their account, else the
 * one that the order was made with, else the one they log in with. Guests have no account, and log in with nothing.
 */
final class ActingCustomer {

    private ActingCustomer() {
    }

    /** @param owner whose the order is now, by the identifier; the order's record may be older */
    static Actor of(ReturnRequest request, Long owner, ReturnRequests requests) {
        Customer known = request.getOrder().getCustomer();
        return of(request, known.getId().equals(owner) ? known : requests.findOwner(owner).orElseThrow(ReturnNotFoundException::new));
    }

    /** @param customer whose the order is now */
    static Actor of(ReturnRequest request, Customer customer) {
        String own = name(customer.getFirstName(), customer.getLastName());
        String ordered = own.isEmpty() ? name(request.getCustomerFirstName(), request.getCustomerLastName()) : own;
        return Actor.customer(customer.getId(),
            ordered.isEmpty() && customer.isRegistered() ? Texts.orEmpty(customer.getUsername()) : ordered);
    }

    private static String name(String first, String last) {
        return (Texts.orEmpty(first) + " " + Texts.orEmpty(last)).strip();
    }
}
