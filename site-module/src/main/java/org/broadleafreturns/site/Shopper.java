package org.broadleafreturns.site;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;

/** Whoever is logged in to the storefront. */
public final class Shopper {

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
    public static Optional<Long> find() {
        Customer customer = CustomerState.getCustomer();
        return customer == null || customer.isAnonymous() || !customer.isRegistered()
            ? Optional.empty() : Optional.of(customer.getId());
    }

    /** What the shop calls whoever is logged in, in one line; empty if nobody is, or nothing is known. */
    public static String name() {
        return find().isEmpty() ? "" : Stream.of(CustomerState.getCustomer().getFirstName(), CustomerState.getCustomer().getLastName())
            .filter(part -> part != null && !part.isBlank()).map(String::strip).collect(Collectors.joining(" "));
    }

    /** Where the shop writes to whoever is logged in; empty as above. */
    public static String email() {
        return find().isEmpty() || CustomerState.getCustomer().getEmailAddress() == null ? ""
            : CustomerState.getCustomer().getEmailAddress().strip();
    }
}
