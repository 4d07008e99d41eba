package org.broadleafreturns.core.mail;

import java.util.Locale;
import java.util.Map;

/** Renders a mail's HTML from a template, with the template engine that the platform line brings for its own mails. */
public interface MailRenderer {

    /**
     * @param template the template's name below {@code emailTemplates/}, without ending
     * @param language the reader's
     * @param model what the template may show
     */
    String render(String template, Locale language, Map<String, Object> model);
}
