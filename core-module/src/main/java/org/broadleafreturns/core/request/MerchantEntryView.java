package org.broadleafreturns.core.request;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.mail.MailReport;
import org.broadleafreturns.core.mail.OutgoingMail;

/**
 * An entry of the journal as merchants see it. Public for the templates.
 *
 * @param kind says what the other values mean
 * @param address the network address it was done from, or null
 * @param ground the code of the message that says why the system did it by itself; null for what people did
 * @param from the state before, or null
 * @param to the state since, or null if it has not changed
 * @param details what else the kind has to say, by names of its own
 * @param goods what the step said of the goods, line by line; empty if it was about none, or nobody kept it
 * @param corrected what a merchant has put right, line by line; empty for anything else
 * @param message what the merchant told the customer, or null. As typed, like the note: escape it wherever it is shown
 * @param note not for the customer, or null
 * @param document the label that came with it, or null
 * @param mail what became of the mail that told the customer; null if none was to be sent
 */
@ForIntegrators
public record MerchantEntryView(Long id, String kind, Date happenedAt, Actor.Kind actorKind, Long actorId, String actorName,
        Actor.Channel channel, String address, String ground, String from, String to, Map<String, String> details,
        List<GoodsOfLine> goods, List<CorrectedLine> corrected, String message, String note, DocumentView document, MailReport mail) {

    public MerchantEntryView {
        goods = List.copyOf(goods);
        corrected = List.copyOf(corrected);
    }

    /**
     * @param articles what the lines are called, by their identifiers
     * @param items what they are called, by identifiers of order items
     */
    static MerchantEntryView of(JournalEntry entry, Map<Long, String> articles, Map<Long, String> items) {
        return new MerchantEntryView(entry.getId(), entry.getKind(), entry.getHappenedAt(), entry.getActorKind(), entry.getActorId(),
            entry.getActorName(), entry.getChannel(), entry.getAddress(), entry.getGround(), entry.getFrom(), entry.getTo(),
            entry.getDetails(), GoodsOfLine.in(entry.getDetails(), articles), CorrectedLine.in(entry.getDetails(), items),
            entry.getMessage(), entry.getNote(),
            DocumentView.of(entry.getDocument()), report(entry.getMail()));
    }

    private static MailReport report(OutgoingMail mail) {
        return mail == null ? null : MailReport.of(mail);
    }

    /** Whether it tells of a status, or of another label. */
    public boolean isStatus() {
        return JournalEntry.STATUS.equals(kind);
    }
}
