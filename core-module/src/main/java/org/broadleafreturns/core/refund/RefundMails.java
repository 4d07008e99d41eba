package org.broadleafreturns.core.refund;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.request.ReturnMailKinds;
import org.broadleafreturns.core.request.ReturnMails;
import org.broadleafreturns.core.request.ReturnRequest;

/** Composes the mail that tells of a refund alone. */
class RefundMails {

    private final ReturnMails mails;
    private final MailComposer composer;
    private final RefundWords words;

    RefundMails(ReturnMails mails, MailComposer composer, RefundWords words) {
        this.mails = mails;
        this.composer = composer;
        this.words = words;
    }

    /**
     * The mail for a refund that has not been made.
     *
     * @param message to the customer, or null
     * @return empty if no address is known
     */
    Optional<MailContent> refunded(ReturnRequest request, EnteredRefund entered, String message) {
        Map<Placeholder, Object> values = values(entered, composer.languageFor(request.getLanguage()), words);
        values.put(Placeholder.MESSAGE, message == null ? "" : message);
        return mails.toCustomer(RefundMailKinds.REFUNDED, request, values);
    }

    /** The mail of the decision as it stands, without a refund. */
    Optional<MailContent> decided(ReturnRequest request, String message) {
        return mails.toCustomer(ReturnMailKinds.of(request.getStatus()), request,
            Map.of(Placeholder.MESSAGE, message == null ? "" : message));
    }

    /** What a mail says of a refund. */
    static Map<Placeholder, Object> values(EnteredRefund entered, Locale language, RefundWords words) {
        Map<Placeholder, Object> values = new HashMap<>();
        values.put(RefundMailKinds.TOTAL, entered.basis().amount(entered.amounts().total()).shownTo(language));
        values.put(RefundMailKinds.PARTS, words.lines(entered, language));
        values.put(RefundMailKinds.WAYS, words.ways(entered, language));
        values.put(RefundMailKinds.VOUCHER, entered.voucher().isPresent());
        return values;
    }
}
