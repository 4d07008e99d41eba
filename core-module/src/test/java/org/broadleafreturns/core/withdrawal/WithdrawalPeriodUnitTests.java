package org.broadleafreturns.core.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Directive 2011/83/EU, article 9; regulation 1182/71, article 3; in France, articles L221-18 and L221-19 of the code de la
 * consommation.
 */
class WithdrawalPeriodUnitTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final WithdrawalPeriod period = new WithdrawalPeriod(new JollydayHolidays());

    @ParameterizedTest
    @CsvSource({
        // The day of the delivery does not count: fourteen further ones do.
        "2026-06-01, FR, 2026-06-15",
        // A Saturday and a Sunday: Monday.
        "2026-06-06, FR, 2026-06-22", "2026-06-07, FR, 2026-06-22",
        // The national holiday, a Tuesday in 2026; a working day beyond the border.
        "2026-06-30, FR, 2026-07-15", "2026-06-30, DE, 2026-07-14",
        // German Unity is a Saturday in 2026, the Monday behind it a working day; in 2025 a Friday before a weekend.
        "2026-09-19, DE, 2026-10-05", "2025-09-19, DE, 2025-10-06", "2025-09-19, FR, 2025-10-03",
        // Easter Monday; in Sweden, Good Friday too.
        "2026-03-23, FR, 2026-04-07", "2026-03-20, SE, 2026-04-07", "2026-03-20, FR, 2026-04-03",
        // Christmas: in Germany two days, then a weekend.
        "2026-12-11, FR, 2026-12-28", "2026-12-11, DE, 2026-12-28", "2025-12-11, FR, 2025-12-26", "2025-12-11, DE, 2025-12-29",
        // Corpus Christi is a holiday in Bavaria, not in all of Germany; Good Friday in the Alsace, not in all of France.
        "2026-05-21, DE, 2026-06-04", "2026-05-21, DE-BY, 2026-06-05", "2026-03-20, FR-67, 2026-04-07"})
    void thePeriodEndsWithAWorkingDay(LocalDate delivered, String place, LocalDate last) {
        assertThat(period.lastDay(delivered, List.of(place))).isEqualTo(last);
    }

    @Test
    void whereHolidaysDifferTheConsumerHasTheLaterDay() {
        LocalDate delivered = LocalDate.of(2026, 6, 30);

        assertThat(period.lastDay(delivered, List.of("DE", "FR"))).isEqualTo(LocalDate.of(2026, 7, 15));
        assertThat(period.lastDay(delivered, List.of("FR", "DE"))).isEqualTo(LocalDate.of(2026, 7, 15));
    }

    @Test
    void placesOfWhichNothingIsKnownHaveWeekendsAlone() {
        assertThat(period.lastDay(LocalDate.of(2026, 6, 6), List.of("XX"))).isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(period.lastDay(LocalDate.of(2026, 6, 30), List.of())).isEqualTo(LocalDate.of(2026, 7, 14));
    }

    static Stream<String> countries() {
        return Arrays.stream(CountryCodes.EU_AND_EEA.split(" "));
    }

    @ParameterizedTest
    @MethodSource("countries")
    void theHolidaysOfAllOfTheEuropeanUnionAndEconomicAreaAreKnown(String country) {
        assertThat(new JollydayHolidays().isHoliday(LocalDate.of(2026, 1, 1), country)).isTrue();
        assertThat(new JollydayHolidays().isHoliday(LocalDate.of(2026, 12, 25), country)).isTrue();
        assertThat(new JollydayHolidays().isHoliday(LocalDate.of(2026, 2, 12), country)).isFalse();
    }

    /** Article 11a (5): sent before the period ends is in time. */
    @Test
    void theLastSecondOfTheLastDayIsInTimeWhereTheShopIs() {
        LocalDate last = period.lastDay(LocalDate.of(2026, 6, 1), List.of("FR"));
        WithdrawalMoment inTime = WithdrawalMoment.of(ZonedDateTime.of(2026, 6, 15, 23, 59, 59, 999_999_999, PARIS));
        WithdrawalMoment late = WithdrawalMoment.of(ZonedDateTime.of(2026, 6, 16, 0, 0, 0, 0, PARIS));

        assertThat(inTime.day()).isEqualTo(last);
        assertThat(late.day()).isAfter(last);
        assertThat(inTime.utc()).isEqualTo("2026-06-15T21:59:59Z");
    }

    @Test
    void aMomentIsToldWithItsZoneInBothLanguages() {
        WithdrawalMoment winter = WithdrawalMoment.of(ZonedDateTime.of(2026, 11, 28, 10, 42, 17, 0, PARIS));
        WithdrawalMoment summer = WithdrawalMoment.of(ZonedDateTime.of(2026, 7, 1, 10, 42, 0, 0, PARIS));

        assertThat(winter.text()).isEqualTo("2026-11-28T10:42:17+01:00[Europe/Paris]");
        assertThat(winter.utc()).isEqualTo("2026-11-28T09:42:17Z");
        assertThat(winter.said(Locale.ENGLISH)).contains("November 28, 2026").contains("10:42:17");
        assertThat(winter.said(Locale.FRENCH)).contains("28 novembre 2026").contains("10:42:17");
        assertThat(winter.zone(Locale.ENGLISH)).isEqualTo("Central European Standard Time, UTC+1");
        assertThat(winter.zone(Locale.FRENCH)).startsWith("heure normale d").endsWith("Europe centrale, UTC+1");
        assertThat(summer.zone(Locale.ENGLISH)).isEqualTo("Central European Summer Time, UTC+2");
        assertThat(summer.text()).isEqualTo("2026-07-01T10:42:00+02:00[Europe/Paris]");
    }

    @Test
    void ofALetterTheDayAloneIsKnown() {
        WithdrawalMoment letter = WithdrawalMoment.of(LocalDate.of(2026, 11, 28));

        assertThat(letter.day()).isEqualTo(LocalDate.of(2026, 11, 28));
        assertThat(letter.said(Locale.ENGLISH)).isEqualTo("November 28, 2026");
        assertThat(letter.zone(Locale.ENGLISH)).isEmpty();
    }
}
