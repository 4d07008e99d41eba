package org.broadleafreturns.core.mail;

import java.util.Date;

/**
 * A mail as it is handed to whom it was written: what it says, and whether it went out.
 *
 * @param text the plain-text alternative of its body, as it was or will be sent
 * @param sentAt null if it did not go out
 */
public record MailCopy(String recipient, String subject, String text, MailState state, Date sentAt) {
}
