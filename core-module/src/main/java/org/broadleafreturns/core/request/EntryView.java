package org.broadleafreturns.core.request;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What a customer may know of an entry of the journal: what happened and what they were told of it, not by whom nor why. Public
 * for the templates.
 *
 * @param from the status before, or null
 * @param to the status since
 * @param goods what the step said of the goods, line by line; empty if it was about none, or nobody kept it
 * @param corrected what a merchant has put right, line by line; empty for anything else
 * @param message what the merchant told the customer, or null. As typed: escape it wherever it is shown
 */
@ForIntegrators
public record EntryView(String kind, Date happenedAt, String from, String to, List<GoodsOfLine> goods,
        List<CorrectedLine> corrected, String message) {

    public EntryView {
        goods = List.copyOf(goods);
        corrected = List.copyOf(corrected);
    }

    /**
     * @param articles what the lines are called, by their identifiers
     * @param items what they are called, by identifiers of order items
     */
    static EntryView of(JournalEntry entry, Map<Long, String> articles, Map<Long, String> items) {
        return new EntryView(entry.getKind(), entry.getHappenedAt(), entry.getFrom(), entry.getTo(),
            GoodsOfLine.in(entry.getDetails(), articles).stream().map(GoodsOfLine::withoutConditions).toList(),
            CorrectedLine.in(entry.getDetails(), items).stream().map(CorrectedLine::withoutConditions).toList(), entry.getMessage());
    }

    /** Whether it tells of what a merchant has put right. */
    public boolean isCorrection() {
        return ReturnRequest.CORRECTED.equals(kind);
    }

    /** Whether it tells that a decision was taken back. */
    public boolean isReopening() {
        return isStatus() && from != null && StatusWorkflow.isReopening(ReturnStatus.valueOf(from), ReturnStatus.valueOf(to));
    }

    /** Whether it tells of a status, or of another label. */
    public boolean isStatus() {
        return JournalEntry.STATUS.equals(kind);
    }
}
