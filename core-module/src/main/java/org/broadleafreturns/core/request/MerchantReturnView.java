package org.broadleafreturns.core.request;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.mail.MailReport;

/**
 * A return as merchants see it, with what is none of its customer's business. Public for the templates.
 *
 * @param shown what the customer sees too
 * @param customerFirstName as it was when the return was requested; null once the customer was forgotten
 * @param language the one in which the customer is written to
 * @param attentionAt since when somebody should act, or from when on; null if nobody has to
 * @param mailAddress where mails to the customer go now; null if no address is known, or they were forgotten
 * @param journal everything, oldest first
 * @param conditions for each line of which any was noted: how many received units are in which condition, by its code
 * @param mailsToShop what became of the mails that tell the shop of it, in the order in which they were queued
 * @param articles what its lines are called, with what tells them from others of their name, by identifier of the order item; also
 *     those that were taken out, of which the journal tells
 */
@ForIntegrators
public record MerchantReturnView(ReturnView shown, String customerFirstName, String customerLastName, Locale language,
        Date attentionAt, String mailAddress, Map<Long, Map<String, Integer>> conditions, List<MerchantEntryView> journal,
        List<MailReport> mailsToShop, Map<Long, String> articles) {

    public MerchantReturnView {
        conditions = Map.copyOf(conditions);
        journal = List.copyOf(journal);
        mailsToShop = List.copyOf(mailsToShop);
        articles = Map.copyOf(articles);
    }

    /** Of whose lines none was taken out. */
    public MerchantReturnView(ReturnView shown, String customerFirstName, String customerLastName, Locale language, Date attentionAt,
            String mailAddress, Map<Long, Map<String, Integer>> conditions, List<MerchantEntryView> journal,
            List<MailReport> mailsToShop) {
        this(shown, customerFirstName, customerLastName, language, attentionAt, mailAddress, conditions, journal, mailsToShop,
            shown.lines().stream().collect(Collectors.toMap(LineView::orderItemId, line -> line.details().after(line.articleName()),
                (one, same) -> one)));
    }
}
