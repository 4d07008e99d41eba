package org.broadleafreturns.core.mail;

/**
 * What became of a mail, without what it says: pages show this of many. Public for the templates.
 *
 * @param failure why the last attempt failed; null if none did
 */
public record MailReport(Long id, MailState state, String recipient, MailFailure failure) {

    /** @param lastError what the network said at the last attempt, or null */
    public static MailReport of(Long id, MailState state, String recipient, MailFailure failure, String lastError) {
        return new MailReport(id, state, recipient, OutgoingMail.failure(failure, lastError));
    }

    /** What became of a mail that is read anyway. */
    public static MailReport of(OutgoingMail mail) {
        return new MailReport(mail.getId(), mail.getState(), mail.getRecipient(), mail.getFailure());
    }

    public Long getId() {
        return id;
    }

    public MailState getState() {
        return state;
    }

    public String getRecipient() {
        return recipient;
    }

    public MailFailure getFailure() {
        return failure;
    }
}
