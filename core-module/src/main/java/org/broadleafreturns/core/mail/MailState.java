package org.broadleafreturns.core.mail;

/** What became of a mail. */
public enum MailState {
    /** Waits to be sent, for the first time or again. */
    QUEUED,
    /** Written, and waits for what it tells of: it is sent when that has come true, and never if it does not. */
    HELD,
    /** Held, and never sent, since somebody decided so before what it tells of had come true. */
    DROPPED,
    /** Taken over by the mail server. */
    SENT,
    /** Given up after the last attempt; can be queued again by hand. */
    FAILED,
    /** Blanked before it was sent, because the customer was forgotten. */
    BLANKED
}
