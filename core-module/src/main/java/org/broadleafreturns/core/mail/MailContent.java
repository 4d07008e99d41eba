package org.broadleafreturns.core.mail;

import java.util.regex.Pattern;

/**
 * A composed mail, as it is shown before it is sent and as it is sent: nothing is rendered again in between.
 *
 * @param recipient one address
 * @param subject a single line
 * @param html the body, with the line ends of mail (CR LF)
 * @param text the same in plain text, with the line ends of mail
 */
public record MailContent(String recipient, String subject, String html, String text) {

    private static final Pattern LINE_END = Pattern.compile("\\R");

    public MailContent {
        subject = subject.replaceAll("\\s+", " ").strip();
        html = withMailLineEnds(html);
        text = withMailLineEnds(text);
    }

    /** The same to another address. */
    public MailContent to(String other) {
        return new MailContent(other, subject, html, text);
    }

    private static String withMailLineEnds(String body) {
        return LINE_END.matcher(body).replaceAll("\r\n");
    }
}
