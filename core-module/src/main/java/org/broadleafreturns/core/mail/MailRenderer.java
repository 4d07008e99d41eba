package org.broadleafreturns.core.mail;

import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** Renders a mail's HTML from a template, with the template engine that the platform line brings for its own mails. */
@ForIntegrators
public interface MailRenderer {

    /**
     * @param template the template's name below {@code emailTemplates/}, without ending
     * @param language the reader's
     * @param model what the template may show
     */
    String render(String template, Locale language, Map<String, Object> model);
}
