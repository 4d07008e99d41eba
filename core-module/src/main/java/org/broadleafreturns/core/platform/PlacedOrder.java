package org.broadleafreturns.core.platform;

import java.util.List;
import java.util.Set;

/**
 * An order with who can be told about it and where it went.
 *
 * @param number by which people know it; null if it has none
 * @param state as the database has it now
 * @param ownerHasAccount whether its customer, or who has taken it over, has an account
 * @param addresses of the order and of whoever it belongs to, to which mails about it go; in small letters
 * @param deliveryCountries codes of ISO 3166-1 of where its parcels go, as far as they are known
 * @param billingCountries the same of where its bills go
 */
public record PlacedOrder(Long id, String number, OrderState state, boolean ownerHasAccount, Set<String> addresses, List<String> deliveryCountries,
        List<String> billingCountries) {

    public PlacedOrder {
        addresses = Set.copyOf(addresses);
        deliveryCountries = List.copyOf(deliveryCountries);
        billingCountries = List.copyOf(billingCountries);
    }

    /** Where the order went, else where its bill went; empty if neither is known. */
    public List<String> countries() {
        return deliveryCountries.isEmpty() ? billingCountries : deliveryCountries;
    }
}
