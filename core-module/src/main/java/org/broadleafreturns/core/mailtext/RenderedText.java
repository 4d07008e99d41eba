package org.broadleafreturns.core.mailtext;

import java.util.Map;

/**
 * A text that was filled in.
 *
 * @param subject one line of plain text
 * @param body safe HTML, without the frame
 */
public record RenderedText(String subject, String body) {

    private static final int LONGEST_SUBJECT = 250;

    /** Fills a text in; values that are missing count as empty, whatever a value holds stays text. */
    public static RenderedText of(MailText text, Map<Placeholder, Object> values) {
        String subject = TextTemplate.ofSubject(text.subject()).render(values).replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return new RenderedText(shortened(subject), MailHtml.tidy(TextTemplate.ofBody(text.body(), values.keySet()).render(values)));
    }

    private static String shortened(String subject) {
        int length = subject.codePointCount(0, subject.length());
        return length <= LONGEST_SUBJECT ? subject : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "\u2026";
    }
}
