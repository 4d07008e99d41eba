package org.broadleafreturns.core.mailtext;

/**
 * What a mail says, with placeholders.
 *
 * @param subject one line of plain text
 * @param body simple HTML, which stands in the frame that all mails have
 */
public record MailText(String subject, String body) {

    /** How long a subject can be, in characters, before it is filled in. */
    public static final int SUBJECT_LENGTH = 200;

    /** How long a body can be, in characters, before it is filled in. */
    public static final int BODY_LENGTH = 20000;
}
