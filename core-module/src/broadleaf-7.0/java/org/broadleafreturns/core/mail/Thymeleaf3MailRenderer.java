package org.broadleafreturns.core.mail;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders with Broadleaf 7.0's own mail engine, so that a shop's template resolvers and dialects apply. */
public class Thymeleaf3MailRenderer implements MailRenderer {

    private final ITemplateEngine engine;

    public Thymeleaf3MailRenderer(ITemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public String render(String template, Locale language, Map<String, Object> model) {
        return engine.process(template, new Context(language, model));
    }
}
