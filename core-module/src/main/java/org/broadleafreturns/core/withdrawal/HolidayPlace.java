package org.broadleafreturns.core.withdrawal;

import java.util.Locale;
import java.util.Set;
import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.ValueForm;

/** A country whose holidays count, or a part of one; empty for none. */
final class HolidayPlace implements ValueForm<String> {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Override
    public String write(String value) {
        return value;
    }

    @Override
    public String read(String stored) {
        return stored;
    }

    @Override
    public Entry<String> enter(String typed) {
        String place = typed.strip().toUpperCase(Locale.ROOT);
        boolean possible = place.isEmpty()
            || place.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?") && COUNTRIES.contains(place.substring(0, 2));
        return possible ? Entry.of(place) : Entry.refused("rtn.objection.settings.withdrawalHolidays");
    }
}
