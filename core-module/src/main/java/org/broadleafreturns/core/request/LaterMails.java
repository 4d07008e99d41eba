package org.broadleafreturns.core.request;

import java.util.Optional;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to a return's customer that go out later than they were composed: to the address that the customer or the order has by then,
 * which may have been corrected. A link in them that was the former reader's alone becomes the present one's.
 */
public class LaterMails {

    private final ReturnRequests requests;
    private final ReturnMails mails;
    private final Outbox outbox;

    LaterMails(ReturnRequests requests, ReturnMails mails, Outbox outbox) {
        this.requests = requests;
        this.mails = mails;
        this.outbox = outbox;
    }

    /**
     * Queues one again that has failed, in the caller's transaction.
     *
     * @throws IllegalStateException if it has not failed
     * @throws IllegalArgumentException if the address cannot be written safely; nothing is changed
     */
    void sendAgain(ReturnRequest request, OutgoingMail mail) {
        String former = mail.getRecipient();
        String recipient = mails.recipientOf(request).orElse(former);
        outbox.sendAgain(mail, recipient);
        link(request, mail.getId(), former, recipient);
    }

    /**
     * Lets one go out that was held, in the caller's transaction. It is still held where the order was given to somebody else since the
     * return was asked for, who reads mails at another address: it calls the former one by name and says what was theirs.
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void release(ReturnRequest request, Long mailId) {
        outbox.heldFor(mailId).ifPresent(former -> {
            Optional<String> now = mails.recipientOf(request);
            if (now.filter(former::equalsIgnoreCase).isPresent() || requests.countOwnedByAsker(request.getId()) > 0) {
                String recipient = now.orElse(former);
                outbox.release(mailId, recipient);
                link(request, mailId, former, recipient);
            }
        });
    }

    private void link(ReturnRequest request, Long mailId, String former, String recipient) {
        if (!recipient.equals(former)) {
            mails.linkEnd(request.getNumber(), former).ifPresent(end ->
                outbox.fill(mailId, end, mails.linkEnd(request.getNumber(), recipient).orElseThrow()));
        }
    }
}
