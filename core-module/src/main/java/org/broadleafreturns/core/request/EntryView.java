package org.broadleafreturns.core.request;

import java.util.Date;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What a customer may know of an entry of the journal: what happened and what they were told of it, not by whom nor why. Public
 * for the templates.
 *
 * @param from the status before, or null
 * @param to the status since
 * @param message what the merchant told the customer, or null. As typed: escape it wherever it is shown
 */
@ForIntegrators
public record EntryView(String kind, Date happenedAt, String from, String to, String message) {

    static EntryView of(JournalEntry entry) {
        return new EntryView(entry.getKind(), entry.getHappenedAt(), entry.getFrom(), entry.getTo(), entry.getMessage());
    }

    /** Whether it tells of a status, or of another label. */
    public boolean isStatus() {
        return JournalEntry.STATUS.equals(kind);
    }
}
