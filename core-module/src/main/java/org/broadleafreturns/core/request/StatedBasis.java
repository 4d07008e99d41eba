package org.broadleafreturns.core.request;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;

/**
 * On what a return is based in law, and when its goods were sent, as somebody has said. Days are those of the shop's time zone.
 *
 * @param basis null for returns of which nobody has said; they are treated as voluntary
 * @param statedOn the day on which the customer has stated their withdrawal; null unless it is one
 * @param statedBy how they have; null unless it is one
 * @param sentOn the day on which the goods were sent, of which the shop has proof or the customer's word; null if nobody has said
 */
@ForIntegrators
public record StatedBasis(LegalBasis basis, LocalDate statedOn, StatementChannel statedBy, LocalDate sentOn) {

    /** Of a return that was just requested. */
    public static final StatedBasis VOLUNTARY = new StatedBasis(LegalBasis.VOLUNTARY, null, null, null);

    private static final int DAYS_TO_SEND = 14;

    /** Days and ways are those of withdrawals alone. */
    public StatedBasis {
        if (basis != LegalBasis.WITHDRAWAL) {
            statedOn = null;
            statedBy = null;
        }
    }

    public boolean isWithdrawal() {
        return basis == LegalBasis.WITHDRAWAL;
    }

    /**
     * The last day on which a customer who has withdrawn from the contract sends the goods: the fourteenth after the statement
     * (directive 2011/83/EU, article 14 (1)). Null where nothing binds them to one.
     */
    public LocalDate sendBy() {
        return statedOn == null ? null : statedOn.plusDays(DAYS_TO_SEND);
    }

    /** The same with another day on which the goods were sent. */
    public StatedBasis sent(LocalDate day) {
        return new StatedBasis(basis, statedOn, statedBy, day);
    }

    /** Whether they differ in more than when goods were sent. */
    boolean isOtherBasisThan(StatedBasis other) {
        return !sent(null).equals(other.sent(null));
    }

    /** What the journal keeps of it. */
    Map<String, String> basisDetails() {
        Map<String, String> details = new TreeMap<>();
        put(details, "basis", basis);
        put(details, "day", statedOn);
        put(details, "channel", statedBy);
        return details;
    }

    Map<String, String> sentDetails() {
        Map<String, String> details = new TreeMap<>();
        put(details, "day", sentOn);
        return details;
    }

    private static void put(Map<String, String> details, String name, Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }

    /** As days are stored: at noon, which is on that day whenever clocks are changed. */
    static Date stored(LocalDate day) {
        return day == null ? null : Objection.day(day);
    }

    static LocalDate day(Date stored) {
        return stored == null ? null : new Date(stored.getTime()).toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
