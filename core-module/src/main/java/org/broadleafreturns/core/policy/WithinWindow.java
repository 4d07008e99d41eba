package org.broadleafreturns.core.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadleafreturns.core.delivery.Arrival;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.settings.Held;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;

/**
 * A line can be returned for so many days, as {@link RequestWindow} counts them. Of a line that came in several deliveries,
 * the latest counts; a delivery that is not known is assumed to have come after the transit days. An order without a date of
 * submission, of which no delivery is known, cannot be late.
 *
 * <p>What was promised counts: of the windows that were in force from the order's submission until now, the most generous.
 */
public class WithinWindow implements ReturnRule {

    /** The code of what is said of a line whose last day is over. */
    static final String LATE = "rtn.objection.line.late";

    private final ReturnsSettings settings;

    public WithinWindow(ReturnsSettings settings) {
        this.settings = settings;
    }

    @Override
    public ReturnRule about(List<OrderedLine> lines) {
        return new Informed(settings.requestWindows(), settings.timeZone());
    }

    @Override
    public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
        return about(List.of(line)).againstLine(situation, line);
    }

    @Override
    public Optional<LocalDate> lastDayOf(OrderSituation situation, OrderedLine line) {
        return about(List.of(line)).lastDayOf(situation, line);
    }

    @Override
    public boolean waivable() {
        return true;
    }

    private record Informed(Held<RequestWindow> windows, ZoneId zone) implements ReturnRule {

        @Override
        public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
            LocalDate today = dayOf(situation.now());
            return lastDayOf(situation, line).filter(today::isAfter)
                .map(lastDay -> Objection.general(LATE, Objection.day(lastDay)));
        }

        /** None if one of the windows sets none. */
        @Override
        public Optional<LocalDate> lastDayOf(OrderSituation situation, OrderedLine line) {
            List<Optional<LocalDate>> days = windows.since(situation.promisedSince()).stream()
                .map(window -> firstDayOf(situation, line, window).map(first -> first.plusDays(window.days()))).toList();
            return days.stream().allMatch(Optional::isPresent)
                ? days.stream().flatMap(Optional::stream).max(LocalDate::compareTo) : Optional.empty();
        }

        private Optional<LocalDate> firstDayOf(OrderSituation situation, OrderedLine line, RequestWindow window) {
            Optional<LocalDate> ordered = submissionOf(situation).map(this::dayOf);
            if (window.start() == RequestWindow.Start.ORDER) {
                return ordered;
            }
            Arrival arrival = situation.arrivalOf(line);
            Optional<LocalDate> known = Optional.ofNullable(arrival.latest()).map(this::dayOf);
            Optional<LocalDate> assumed = arrival.complete()
                ? Optional.empty() : ordered.map(day -> day.plusDays(window.transitDays()));
            return Stream.of(known, assumed).flatMap(Optional::stream).max(LocalDate::compareTo);
        }

        private static Optional<Instant> submissionOf(OrderSituation situation) {
            return Optional.ofNullable(situation.state().submitDate()).map(Date::getTime).map(Instant::ofEpochMilli);
        }

        private LocalDate dayOf(Instant moment) {
            return LocalDate.ofInstant(moment, zone);
        }

        @Override
        public boolean waivable() {
            return true;
        }
    }
}
