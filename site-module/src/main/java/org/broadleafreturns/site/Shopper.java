package org.broadleafreturns.site;

import java.util.Optional;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;

/** Whoever is logged in to the storefront. */
final class Shopper {

    private Shopper() {
    }

    /**
     * The identifier of the customer whose request is being answered.
     *
     * @throws ReturnNotFoundException if nobody is logged in; a shop lets nobody get here then, but that is its own
     *     configuration
     */
    static Long id() {
        return find().orElseThrow(ReturnNotFoundException::new);
    }

    /** The same; empty if nobody is logged in. */
    static Optional<Long> find() {
        Customer customer = CustomerState.getCustomer();
        return customer == null || customer.isAnonymous() || !customer.isRegistered()
            ? Optional.empty() : Optional.of(customer.getId());
    }
}
