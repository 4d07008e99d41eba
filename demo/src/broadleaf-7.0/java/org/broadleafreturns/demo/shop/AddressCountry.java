package org.broadleafreturns.demo.shop;

import org.broadleafcommerce.common.i18n.service.ISOService;
import org.broadleafcommerce.profile.core.domain.Address;
import org.springframework.beans.factory.annotation.Qualifier;

/** The country of an address, which Broadleaf 7.0 takes from its list of ISO codes. */
class AddressCountry {

    private final ISOService countries;

    AddressCountry(@Qualifier("blISOService") ISOService countries) {
        this.countries = countries;
    }

    void set(Address address, String isoCode) {
        address.setIsoCountryAlpha2(countries.findISOCountryByAlpha2Code(isoCode));
    }
}
