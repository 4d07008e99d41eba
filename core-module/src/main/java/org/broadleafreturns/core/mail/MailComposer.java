package org.broadleafreturns.core.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/**
 * Composes a mail in the reader's language from the frame {@code emailTemplates/rtn/layout.html}, the text in
 * {@code emailTemplates/rtn/NAME.html} and the message {@code rtn.mail.NAME.subject}.
 */
public class MailComposer {

    private final MailRenderer renderer;
    private final MessageSource messages;

    public MailComposer(MailRenderer renderer, MessageSource messages) {
        this.renderer = renderer;
        this.messages = messages;
    }

    /**
     * @param template the mail's name
     * @param recipient one address
     * @param language the reader's
     * @param subjectArguments what the subject mentions
     * @param model what the template may show, beside {@code subject} and {@code language}
     */
    public MailContent compose(String template, String recipient, Locale language, List<?> subjectArguments,
            Map<String, Object> model) {
        String subject = messages.getMessage("rtn.mail." + template + ".subject", subjectArguments.toArray(), language);
        Map<String, Object> all = new HashMap<>(model);
        all.put("subject", subject);
        all.put("language", language.getLanguage());
        all.put("template", "rtn/" + template);
        String html = renderer.render("rtn/layout", language, all);
        return new MailContent(recipient, subject, html, PlainText.of(html));
    }
}
