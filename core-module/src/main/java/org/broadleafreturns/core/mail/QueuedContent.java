package org.broadleafreturns.core.mail;

import org.broadleafreturns.core.document.ReturnDocument;

/**
 * A mail that is to be queued.
 *
 * @param content what it says and to whom
 * @param attachment goes with it, or null
 * @param about for a mail to the shop, the number of what it tells of, by which it is found when that has to be forgotten; else null
 * @param held whether it waits until it is {@linkplain Outbox#release released}
 */
public record QueuedContent(MailContent content, ReturnDocument attachment, String about, boolean held) {

    /** One that is sent as soon as the transaction has committed. */
    public QueuedContent(MailContent content, ReturnDocument attachment, String about) {
        this(content, attachment, about, false);
    }
}
