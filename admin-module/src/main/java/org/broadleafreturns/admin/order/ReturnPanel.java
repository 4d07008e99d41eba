package org.broadleafreturns.admin.order;

import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.request.JournalEntry;
import org.broadleafreturns.core.request.ReturnRequest;

/** One return as the panel on the order's page shows it. */
public class ReturnPanel {

    private final ReturnRequest request;
    private final List<OutgoingMail> mailsToShop;
    private final String customersAddress;
    private final boolean mayChange;
    private final boolean hasNextStatus;

    /** @param customersAddress where mails to the customer go now, or null if nowhere */
    ReturnPanel(ReturnRequest request, List<OutgoingMail> mailsToShop, String customersAddress, boolean mayChange,
            boolean hasNextStatus) {
        this.request = request;
        this.mailsToShop = mailsToShop;
        this.customersAddress = customersAddress;
        this.mayChange = mayChange;
        this.hasNextStatus = hasNextStatus;
    }

    public ReturnRequest getRequest() {
        return request;
    }

    /** Whether the button is shown that changes the status. */
    public boolean isChangeable() {
        return mayChange && hasNextStatus;
    }

    /** Newest first. */
    public List<JournalEntry> getJournal() {
        List<JournalEntry> journal = new ArrayList<>(request.getJournal());
        Collections.reverse(journal);
        return journal;
    }

    /** Those of the mails that tell the shop of the request which did not go out yet although it was tried. */
    public List<OutgoingMail> getTroubledMailsToShop() {
        return mailsToShop.stream().filter(mail -> mail.getFailure() != null).toList();
    }

    /**
     * Where a mail goes if it is sent once more: the customer's or the order's address may have been corrected.
     *
     * @param reader {@code customer} or {@code shop}
     */
    public String addressNow(OutgoingMail mail, String reader) {
        return reader.equals("customer") && customersAddress != null ? customersAddress : mail.getRecipient();
    }

    /** Whether a mail can be sent once more, by this user. */
    public boolean canSendAgain(OutgoingMail mail) {
        return mayChange && mail.getState() == MailState.FAILED;
    }
}
