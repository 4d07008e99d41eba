package org.broadleafreturns.core.refund;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Until when the money of a return has to be back.
 *
 * <p>After a withdrawal within 14 days from the day on which the shop was told (directive 2011/83/EU, article 13 (1)); the day of the
 * statement does not count, and a weekend does not make it longer (regulation 1182/71, article 3, lets terms end on the next working
 * day; who pays earlier is never late). The shop may wait until goods or a proof of sending are there, whichever is earlier, unless it
 * collects the goods itself (article 13 (3)). Voluntary returns are as the shop has promised, from the decision on.
 *
 * @param day the last day; null where nothing binds yet
 * @param withheld whether the shop may wait longer, for the goods or a proof of sending
 */
record RefundDue(LocalDate day, boolean withheld) {

    /** Nothing binds, or nothing is open any more. */
    static final RefundDue NONE = new RefundDue(null, false);

    private static final int DAYS_AFTER_STATEMENT = 14;

    /**
     * @param collects whether the shop collects goods itself
     * @param days how many days after goods have come, or kept units were decided on, a voluntary return is refunded
     */
    static RefundDue of(RefundFacts facts, boolean collects, int days) {
        if (!facts.open()) {
            return NONE;
        }
        return facts.stated().isWithdrawal() ? ofWithdrawal(facts, collects)
            : facts.decidedOn() == null ? NONE : new RefundDue(facts.there().plusDays(days), false);
    }

    private static RefundDue ofWithdrawal(RefundFacts facts, boolean collects) {
        LocalDate statedOn = facts.stated().statedOn();
        if (statedOn == null) {
            return NONE;
        }
        LocalDate last = lastDayAfter(statedOn);
        if (collects) {
            return new RefundDue(last, false);
        }
        return Stream.of(facts.there(), facts.stated().sentOn()).filter(Objects::nonNull).min(Comparator.naturalOrder())
            .map(proof -> new RefundDue(proof.isAfter(last) ? proof : last, false)).orElseGet(() -> new RefundDue(last, true));
    }

    /** The last day for a refund after a withdrawal that was stated on that one. */
    static LocalDate lastDayAfter(LocalDate statedOn) {
        return statedOn.plusDays(DAYS_AFTER_STATEMENT);
    }

    /** The last second of a day, as it is stored: after it the refund is late. */
    static Date endOf(LocalDate day, ZoneId zone) {
        return Date.from(day.plusDays(1).atStartOfDay(zone).minusSeconds(1).toInstant());
    }

    /** The last second in which it is not late; null while nobody can be late with it. */
    Date end(ZoneId zone) {
        return day == null || withheld ? null : endOf(day, zone);
    }
}
