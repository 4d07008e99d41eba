package org.broadleafreturns.core.request;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderState;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.ShopCalendar;

/** What can be said of a return's legal basis: nothing that is still to come, and nothing of before the order. */
class BasisRules {

    static final String BASIS = "basis";
    static final String DAY = "basis.day";
    static final String CHANNEL = "basis.channel";
    static final String SENT = "basis.sent";

    /** No year that people mean has more digits. */
    private static final String ISO_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private final ShopOrders orders;
    private final ShopCalendar calendar;
    private final Clock clock;

    BasisRules(ShopOrders orders, ShopCalendar calendar, Clock clock) {
        this.orders = orders;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What was typed, by the names of the inputs above.
     *
     * @param stated null where something stands against it
     */
    record Entered(StatedBasis stated, List<Objection> objections) {
    }

    /** @param before what holds where nothing was typed for the basis */
    Entered read(Map<String, String> inputs, StatedBasis before) {
        List<Objection> objections = new ArrayList<>();
        LocalDate sent = day(SENT, inputs, objections);
        StatedBasis stated = inputs.containsKey(BASIS) ? basis(inputs, objections) : before;
        return new Entered(objections.isEmpty() ? stated.sent(sent) : null, objections);
    }

    private static StatedBasis basis(Map<String, String> inputs, List<Objection> objections) {
        LegalBasis basis = named(LegalBasis.values(), inputs.get(BASIS));
        if (basis == LegalBasis.VOLUNTARY) {
            return StatedBasis.VOLUNTARY;
        }
        if (basis == null) {
            objections.add(Objection.to(BASIS, "rtn.objection.basis.unknown"));
            return null;
        }
        StatementChannel channel = named(StatementChannel.values(), inputs.get(CHANNEL));
        LocalDate day = day(DAY, inputs, objections);
        if (!inputs.containsKey(DAY)) {
            objections.add(Objection.to(DAY, "rtn.objection.basis.day.missing"));
        }
        if (channel == null) {
            objections.add(Objection.to(CHANNEL, "rtn.objection.basis.channel.missing"));
        }
        return new StatedBasis(basis, day, channel, null);
    }

    private static <E extends Enum<E>> E named(E[] all, String name) {
        return Stream.of(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }

    private static LocalDate day(String name, Map<String, String> inputs, List<Objection> objections) {
        String typed = inputs.get(name);
        if (typed == null) {
            return null;
        }
        try {
            if (typed.matches(ISO_DAY)) {
                return LocalDate.parse(typed);
            }
        } catch (DateTimeParseException noSuchDay) {
            // Objected to like everything else that is no day.
        }
        objections.add(Objection.to(name, "rtn.objection.basis.day"));
        return null;
    }

    /** What stands against days that somebody names. */
    List<Objection> objections(Long orderId, StatedBasis stated) {
        List<Objection> objections = new ArrayList<>();
        LocalDate ordered = orders.stateOf(orderId).map(OrderState::submitDate).map(calendar::dayOf).orElse(null);
        check(DAY, stated.statedOn(), ordered, objections);
        check(SENT, stated.sentOn(), ordered, objections);
        return objections;
    }

    private void check(String name, LocalDate day, LocalDate ordered, List<Objection> objections) {
        if (day == null) {
            return;
        }
        if (day.isAfter(calendar.dayOf(Date.from(clock.instant())))) {
            objections.add(Objection.to(name, "rtn.objection.basis.future"));
        } else if (ordered != null && day.isBefore(ordered)) {
            objections.add(Objection.to(name, "rtn.objection.basis.beforeOrder", Objection.day(ordered)));
        }
    }
}
