package org.broadleafreturns.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemImpl;
import org.broadleafreturns.core.delivery.Arrival;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine.Nature;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.settings.Held;
import org.broadleafreturns.core.settings.RequestWindow.Start;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithinWindowUnitTests {

    private static final String PARIS = "Europe/Paris";

    private final ReturnsSettings settings = mock(ReturnsSettings.class);
    private final WithinWindow rule = new WithinWindow(settings);
    private final Order order = new OrderImpl();
    private final OrderedLine line = line();

    @ParameterizedTest(name = "{0}: delivered {1}, {2} days, until {3}")
    @CsvSource({
        // Summer time begins on 29 March 2026: the last day has 23 hours, and so has a day within the window.
        "Europe/Paris, 2026-03-15T11:00:00Z, 14, 2026-03-29, 2026-03-29T21:59:59.999Z, 2026-03-29T22:00:00Z",
        "Europe/Paris, 2026-03-16T11:00:00Z, 14, 2026-03-30, 2026-03-30T21:59:59.999Z, 2026-03-30T22:00:00Z",
        // It ends on 25 October 2026: the last day has 25 hours.
        "Europe/Paris, 2026-10-11T10:00:00Z, 14, 2026-10-25, 2026-10-25T22:59:59.999Z, 2026-10-25T23:00:00Z",
        "Europe/Paris, 2026-10-12T10:00:00Z, 14, 2026-10-26, 2026-10-26T22:59:59.999Z, 2026-10-26T23:00:00Z",
        // Late in the evening in UTC is the next day in Paris.
        "Europe/Paris, 2026-01-10T23:00:00Z, 14, 2026-01-25, 2026-01-25T22:59:59.999Z, 2026-01-25T23:00:00Z",
        "Europe/Paris, 2026-01-10T22:59:59Z, 14, 2026-01-24, 2026-01-24T22:59:59.999Z, 2026-01-24T23:00:00Z",
        "UTC, 2026-03-15T11:00:00Z, 14, 2026-03-29, 2026-03-29T23:59:59.999Z, 2026-03-30T00:00:00Z",
        "UTC, 2026-10-11T23:59:59Z, 14, 2026-10-25, 2026-10-25T23:59:59.999Z, 2026-10-26T00:00:00Z",
        // Without any day only the day of delivery is left.
        "Europe/Paris, 2026-03-29T00:30:00Z, 0, 2026-03-29, 2026-03-29T21:59:59.999Z, 2026-03-29T22:00:00Z",
        // A leap day and a year's end.
        "UTC, 2028-02-27T12:00:00Z, 3, 2028-03-01, 2028-03-01T23:59:59.999Z, 2028-03-02T00:00:00Z",
        "UTC, 2026-12-20T12:00:00Z, 30, 2027-01-19, 2027-01-19T23:59:59.999Z, 2027-01-20T00:00:00Z"})
    void theLastDayCountsToItsLastMoment(String zone, Instant delivered, int days, LocalDate lastDay, Instant last,
            Instant tooLate) {
        shop(zone, new RequestWindow(days, Start.DELIVERY, 5));
        submitted("2026-01-01T10:00:00Z");
        Arrival arrival = new Arrival(delivered, true);

        assertThat(rule.lastDayOf(at(last, arrival), line)).contains(lastDay);
        assertThat(rule.againstLine(at(last, arrival), line)).isEmpty();
        assertThat(rule.againstLine(at(tooLate, arrival), line))
            .contains(Objection.general("rtn.objection.line.late", Objection.day(lastDay)));
    }

    @Test
    void anUnknownDeliveryIsAssumedAfterTheTransitDays() {
        shop(PARIS, new RequestWindow(14, Start.DELIVERY, 5));
        submitted("2026-03-10T09:00:00Z");

        assertThat(rule.lastDayOf(at("2026-03-11T09:00:00Z", Arrival.UNKNOWN), line)).contains(LocalDate.of(2026, 3, 29));
        assertThat(rule.againstLine(at("2026-03-29T21:59:59Z", Arrival.UNKNOWN), line)).isEmpty();
        assertThat(rule.againstLine(at("2026-03-29T22:00:00Z", Arrival.UNKNOWN), line)).isPresent();
    }

    @Test
    void aKnownDeliveryCountsThoughItWasFasterThanAssumed() {
        shop("UTC", new RequestWindow(14, Start.DELIVERY, 5));
        submitted("2026-03-10T09:00:00Z");

        assertThat(rule.lastDayOf(at("2026-03-11T09:00:00Z", new Arrival(Instant.parse("2026-03-11T08:00:00Z"), true)), line))
            .contains(LocalDate.of(2026, 3, 25));
    }

    @Test
    void ofSeveralDeliveriesTheLatestCounts() {
        shop("UTC", new RequestWindow(14, Start.DELIVERY, 5));
        submitted("2026-03-10T09:00:00Z");
        Arrival early = new Arrival(Instant.parse("2026-03-12T08:00:00Z"), true);
        Arrival late = new Arrival(Instant.parse("2026-03-20T08:00:00Z"), true);

        assertThat(lastDay(early.and(late))).contains(LocalDate.of(2026, 4, 3));
        assertThat(lastDay(late.and(early))).contains(LocalDate.of(2026, 4, 3));
        // A part that is still on its way is assumed to come on 15 March.
        assertThat(lastDay(early.and(Arrival.UNKNOWN))).contains(LocalDate.of(2026, 3, 29));
        assertThat(lastDay(Arrival.UNKNOWN.and(late))).contains(LocalDate.of(2026, 4, 3));
    }

    @Test
    void daysCanBeCountedFromTheOrder() {
        shop(PARIS, new RequestWindow(14, Start.ORDER, 5));
        submitted("2026-03-14T23:00:00Z");
        Arrival later = new Arrival(Instant.parse("2026-03-20T08:00:00Z"), true);

        assertThat(lastDay(later)).contains(LocalDate.of(2026, 3, 29));
        assertThat(rule.againstLine(at("2026-03-29T21:59:59Z", later), line)).isEmpty();
        assertThat(rule.againstLine(at("2026-03-29T22:00:00Z", later), line)).isPresent();
    }

    @Test
    void whatIsShortenedTakesNothingBackFromOrdersOfBefore() {
        changed("2026-03-10T12:00:00Z", new RequestWindow(30, Start.DELIVERY, 5), new RequestWindow(14, Start.ORDER, 2));

        submitted("2026-03-10T09:00:00Z");
        assertThat(lastDay(Arrival.UNKNOWN)).contains(LocalDate.of(2026, 4, 14));
        submitted("2026-03-10T12:00:02Z");
        assertThat(lastDay(Arrival.UNKNOWN)).contains(LocalDate.of(2026, 3, 24));
    }

    @Test
    void whatIsLoosenedCountsAtOnceForAll() {
        changed("2026-03-10T12:00:00Z", new RequestWindow(14, Start.ORDER, 2), new RequestWindow(30, Start.DELIVERY, 5));

        submitted("2026-03-01T09:00:00Z");
        assertThat(lastDay(Arrival.UNKNOWN)).contains(LocalDate.of(2026, 4, 5));
        submitted("2026-03-10T12:00:02Z");
        assertThat(lastDay(Arrival.UNKNOWN)).contains(LocalDate.of(2026, 4, 14));
    }

    /** Days of one window are not counted from the start of another. */
    @Test
    void theMostGenerousIsOneWindowAsItWas() {
        changed("2026-03-10T12:00:00Z", new RequestWindow(30, Start.ORDER, 0), new RequestWindow(14, Start.DELIVERY, 5));
        Arrival late = new Arrival(Instant.parse("2026-03-20T08:00:00Z"), true);

        submitted("2026-03-10T09:00:00Z");
        assertThat(lastDay(late)).contains(LocalDate.of(2026, 4, 9));
        submitted("2026-03-01T09:00:00Z");
        assertThat(lastDay(late)).contains(LocalDate.of(2026, 4, 3));
    }

    /** MySQL rounds it up. */
    @Test
    void aDateOfSubmissionInWholeSecondsMayBeTheNextOne() {
        changed("2026-03-10T12:00:00.700Z", new RequestWindow(30, Start.ORDER, 0), new RequestWindow(14, Start.ORDER, 0));

        submitted("2026-03-10T12:00:01Z");
        assertThat(lastDay(Arrival.UNKNOWN)).contains(LocalDate.of(2026, 4, 9));
    }

    /** However many lines and orders there are. */
    @Test
    void windowsAreReadOnceForAllLines() {
        shop("UTC", new RequestWindow(14, Start.ORDER, 5));
        submitted("2026-03-10T09:00:00Z");
        ReturnRule ready = rule.about(List.of(line, line));

        ready.againstLine(at("2026-03-11T09:00:00Z", Arrival.UNKNOWN), line);
        ready.lastDayOf(at("2026-03-11T09:00:00Z", Arrival.UNKNOWN), line);

        verify(settings, times(1)).requestWindows();
    }

    @Test
    void anOrderWithoutAnyDateIsNeverLate() {
        shop("UTC", new RequestWindow(0, Start.DELIVERY, 0));

        assertThat(lastDay(Arrival.UNKNOWN)).isEmpty();
        assertThat(rule.againstLine(at("2036-01-01T00:00:00Z", Arrival.UNKNOWN), line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Paris", "UTC"})
    void messagesNameTheDayWhereverTheMachineStands(String machine) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(machine));
            Object day = Objection.day(LocalDate.of(2026, 3, 12));

            assertThat(new MessageFormat("{0,date,long}", Locale.UK).format(new Object[] {day})).isEqualTo("12 March 2026");
            assertThat(new MessageFormat("{0,date,long}", Locale.FRENCH).format(new Object[] {day})).isEqualTo("12 mars 2026");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private Optional<LocalDate> lastDay(Arrival arrival) {
        return rule.lastDayOf(at("2026-03-21T09:00:00Z", arrival), line);
    }

    private void shop(String zone, RequestWindow window) {
        when(settings.timeZone()).thenReturn(ZoneId.of(zone));
        when(settings.requestWindows()).thenReturn(Held.always(window));
    }

    private void changed(String when, RequestWindow before, RequestWindow after) {
        shop("UTC", after);
        when(settings.requestWindows()).thenReturn(Held.always(before).then(Instant.parse(when), after));
    }

    private void submitted(String when) {
        order.setSubmitDate(Date.from(Instant.parse(when)));
    }

    private OrderSituation at(String now, Arrival arrival) {
        return at(Instant.parse(now), arrival);
    }

    private OrderSituation at(Instant now, Arrival arrival) {
        return new OrderSituation(order, Map.of(), 0, Map.of(line.itemId(), arrival), now);
    }

    private static OrderedLine line() {
        OrderItem item = new OrderItemImpl();
        item.setId(7L);
        return new OrderedLine(item, "Fern", null, 3, Nature.PHYSICAL);
    }
}
