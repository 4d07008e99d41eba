package org.broadleafreturns.core.withdrawal;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.core.configuration.ConfigurationProviderManager;
import de.focus_shift.jollyday.core.impl.DefaultHolidayManager;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Public holidays by Jollyday. Its own readers of its files bring JAXB of another generation than some shops have, or Jackson's for XML,
 * with which Spring would answer in XML where it did not before; so {@link HolidayFile} reads them.
 */
class JollydayHolidays implements Holidays {

    private static final Logger LOG = LoggerFactory.getLogger(JollydayHolidays.class);

    private final Map<String, Optional<HolidayManager>> countries = new ConcurrentHashMap<>();

    /** Nothing fails because holidays cannot be known. */
    @Override
    public boolean isHoliday(LocalDate day, String place) {
        String[] parts = place.toLowerCase(Locale.ROOT).split("-", 2);
        try {
            return countries.computeIfAbsent(parts[0], JollydayHolidays::read)
                .filter(country -> parts.length == 1 ? country.isHoliday(day, HolidayType.PUBLIC_HOLIDAY)
                    : country.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, parts[1])).isPresent();
        } catch (RuntimeException e) {
            LOG.warn("The public holidays of '{}' cannot be told: {}", place, e.toString());
            return false;
        }
    }

    private static Optional<HolidayManager> read(String country) {
        try {
            HolidayManager manager = new DefaultHolidayManager();
            manager.setConfigurationService(HolidayFile::read);
            ManagerParameter parameter = ManagerParameters.create(country);
            new ConfigurationProviderManager().mergeConfigurationProperties(parameter);
            manager.init(parameter);
            return Optional.of(manager);
        } catch (RuntimeException e) {
            LOG.warn("The public holidays of '{}' are not known: {}", country, e.toString());
            return Optional.empty();
        }
    }
}
