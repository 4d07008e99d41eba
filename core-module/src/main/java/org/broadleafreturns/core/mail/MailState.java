package org.broadleafreturns.core.mail;

/** What became of a mail. */
public enum MailState {
    /** Waits to be sent, for the first time or again. */
    QUEUED,
    /** Taken over by the mail server. */
    SENT,
    /** Given up after the last attempt; can be queued again by hand. */
    FAILED,
    /** Blanked before it was sent, because the customer was forgotten. */
    BLANKED
}
