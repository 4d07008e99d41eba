package org.broadleafreturns.demo.shop;

import org.broadleafcommerce.profile.core.domain.Address;
import org.broadleafcommerce.profile.core.service.CountryService;
import org.springframework.beans.factory.annotation.Qualifier;

/** The country of an address, which Broadleaf 3.1 keeps in a table of its own. */
class AddressCountry {

    private final CountryService countries;

    AddressCountry(@Qualifier("blCountryService") CountryService countries) {
        this.countries = countries;
    }

    void set(Address address, String isoCode) {
        address.setCountry(countries.findCountryByAbbreviation(isoCode));
    }
}
