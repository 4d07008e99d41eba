package org.broadleafreturns.core.request;

import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.kernel.Actor;

/** A customer as somebody who does something, under the name in their account, or the one they log in with. */
final class ActingCustomer {

    private ActingCustomer() {
    }

    static Actor of(Customer customer) {
        String name = (Texts.orEmpty(customer.getFirstName()) + " " + Texts.orEmpty(customer.getLastName())).strip();
        return Actor.customer(customer.getId(), name.isEmpty() ? Texts.orEmpty(customer.getUsername()) : name);
    }
}
