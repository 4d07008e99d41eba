package org.broadleafreturns.admin.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.mail.MailReport;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.request.ReturnRequest;

/** One return as the panel on the order's page shows it. */
public class ReturnPanel {

    private final ReturnRequest request;
    private final Map<Long, MailReport> mailsToCustomer;
    private final List<MailReport> mailsToShop;
    private final String customersAddress;
    private final boolean mayChange;
    private final boolean hasNextStatus;

    /**
     * @param mailsToCustomer by identifier of the journal's entry
     * @param customersAddress where mails to the customer go now, or null if nowhere
     */
    ReturnPanel(ReturnRequest request, Map<Long, MailReport> mailsToCustomer, List<MailReport> mailsToShop,
            String customersAddress, boolean mayChange, boolean hasNextStatus) {
        this.request = request;
        this.mailsToCustomer = mailsToCustomer;
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

    /** The mail that told the customer of a step, or null. */
    public MailReport mailOf(JournalEntry entry) {
        return mailsToCustomer.get(entry.getId());
    }

    /** Those of the mails that tell the shop of the request which did not go out yet although it was tried. */
    public List<MailReport> getTroubledMailsToShop() {
        return mailsToShop.stream().filter(mail -> mail.failure() != null).toList();
    }

    /**
     * Where a mail goes if it is sent once more: the customer's or the order's address may have been corrected.
     *
     * @param reader {@code customer} or {@code shop}
     */
    public String addressNow(MailReport mail, String reader) {
        return reader.equals("customer") && customersAddress != null ? customersAddress : mail.recipient();
    }

    /** Whether a mail can be sent once more, by this user. */
    public boolean canSendAgain(MailReport mail) {
        return mayChange && mail.state() == MailState.FAILED;
    }
}
