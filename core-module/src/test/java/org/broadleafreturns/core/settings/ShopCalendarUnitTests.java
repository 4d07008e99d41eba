package org.broadleafreturns.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopCalendarUnitTests {

    private static final Date LATE = Date.from(Instant.parse("2026-11-28T23:30:00Z"));

    private final ReturnsSettings settings = mock(ReturnsSettings.class);
    private final ShopCalendar calendar = new ShopCalendar(settings);
    private TimeZone machine;

    @BeforeEach
    void aShopInParisOnAMachineInUtc() {
        machine = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        when(settings.timeZone()).thenReturn(ZoneId.of("Europe/Paris"));
    }

    @AfterEach
    void giveTheMachineItsZoneBack() {
        TimeZone.setDefault(machine);
    }

    @Test
    void theDayIsTheShops() {
        assertThat(calendar.dayOf(LATE)).isEqualTo(LocalDate.of(2026, 11, 29));
        assertThat(calendar.day(LATE, Locale.ENGLISH)).isEqualTo("November 29, 2026");
        assertThat(calendar.day(LATE, Locale.FRENCH)).isEqualTo("29 novembre 2026");
        assertThat(calendar.day(LocalDate.of(2026, 11, 29), Locale.FRENCH)).isEqualTo("29 novembre 2026");
        assertThat(calendar.day(new java.sql.Date(LATE.getTime()), Locale.ENGLISH)).isEqualTo("November 29, 2026");
    }

    @Test
    void aTimeNamesItsZone() {
        assertThat(calendar.moment(LATE, Locale.ENGLISH)).matches("November 29, 2026(,| at) 12:30\\sAM CET");
        assertThat(calendar.moment(LATE, Locale.FRENCH)).matches("29 novembre 2026,?( à)? 00:30 CET");
        assertThat(calendar.moment(Date.from(Instant.parse("2026-07-01T08:00:00Z")), Locale.FRENCH)).endsWith("10:00 CEST");
    }

    @Test
    void aNarrowColumnHasDigits() {
        assertThat(calendar.narrowMoment(LATE, Locale.ENGLISH)).matches("11/29/26, 12:30\\sAM");
        assertThat(calendar.narrowMoment(LATE, Locale.FRENCH)).matches("29/11/2026,? 00:30");
    }
}
