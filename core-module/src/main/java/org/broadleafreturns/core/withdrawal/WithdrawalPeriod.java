package org.broadleafreturns.core.withdrawal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Until when consumers can withdraw: 14 days, the day of the event not counted (directive 2011/83/EU, article 9; regulation 1182/71,
 * article 3). A period that would end on a Saturday, a Sunday or a public holiday ends with the next working day.
 */
class WithdrawalPeriod {

    static final int DAYS = 14;

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Holidays holidays;

    WithdrawalPeriod(Holidays holidays) {
        this.holidays = holidays;
    }

    /**
     * @param event the day on which the last article was delivered, or of the order
     * @param places whose holidays count; where they differ, the consumer has the later day
     * @return the last day, until its last second
     */
    LocalDate lastDay(LocalDate event, Collection<String> places) {
        LocalDate counted = event.plusDays(DAYS);
        return Stream.concat(Stream.of(workingDayFrom(counted, null)), places.stream().map(place -> workingDayFrom(counted, place)))
            .max(LocalDate::compareTo).orElseThrow();
    }

    private LocalDate workingDayFrom(LocalDate counted, String place) {
        LocalDate day = counted;
        while (WEEKEND.contains(day.getDayOfWeek()) || place != null && holidays.isHoliday(day, place)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
