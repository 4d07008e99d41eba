package org.broadleafreturns.core.request;

import org.broadleafcommerce.profile.core.domain.Customer;

/**
 * Who does something to a return.
 *
 * @param kind in which capacity
 * @param id the platform's identifier of the customer or the back-office user; null for the system
 * @param name for the journal
 * @param mayReopen whether they may take back a decision
 */
public record Actor(Kind kind, Long id, String name, boolean mayReopen) {

    /** In which capacity somebody acts. */
    public enum Kind { CUSTOMER, MERCHANT, SYSTEM }

    public static Actor customer(Long id, String name) {
        return new Actor(Kind.CUSTOMER, id, name, false);
    }

    /** A customer under the name in their account, or the one they log in with. */
    static Actor customer(Customer customer) {
        String name = (Texts.orEmpty(customer.getFirstName()) + " " + Texts.orEmpty(customer.getLastName())).strip();
        return customer(customer.getId(), name.isEmpty() ? Texts.orEmpty(customer.getUsername()) : name);
    }

    public static Actor merchant(Long id, String name, boolean mayReopen) {
        return new Actor(Kind.MERCHANT, id, name, mayReopen);
    }
}
