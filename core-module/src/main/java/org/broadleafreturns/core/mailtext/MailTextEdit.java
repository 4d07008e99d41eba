package org.broadleafreturns.core.mailtext;

import java.util.Locale;

/**
 * What a merchant wants a mail to say from now on.
 *
 * @param mail which mail
 * @param language one of those the merchant writes in
 * @param text as typed
 * @param version of the text that the editor was opened with
 * @param editor the name of who wants it
 */
public record MailTextEdit(MailKind mail, Locale language, MailText text, int version, String editor) {
}
