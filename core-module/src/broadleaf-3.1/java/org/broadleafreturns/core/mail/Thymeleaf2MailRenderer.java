package org.broadleafreturns.core.mail;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** Renders with Broadleaf 3.1's own mail engine, so that a shop's template resolvers and dialects apply. */
public class Thymeleaf2MailRenderer implements MailRenderer {

    private final TemplateEngine engine;

    public Thymeleaf2MailRenderer(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public String render(String template, Locale language, Map<String, Object> model) {
        return engine.process(template, new Context(language, model));
    }
}
