package org.broadleafreturns.core.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/** Writes the rules of a mail's style sheet into its elements, since many mail programs read no style sheets. */
final class InlineStyles {

    private static final Pattern COMMENT_OR_CONDITION = Pattern.compile("(?s)/\\*.*?\\*/|@[^{;]*\\{(?:[^{}]*\\{[^{}]*})*[^{}]*}");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");

    private InlineStyles() {
    }

    /** The same mail, with later rules behind earlier ones and an element's own style last. */
    static String of(String html) {
        Document mail = Jsoup.parse(html);
        mail.outputSettings().prettyPrint(false);
        StringBuilder sheet = new StringBuilder();
        mail.select("head style").forEach(style -> sheet.append(style.data()).append('\n'));
        mail.select("[style]").forEach(element -> element.attr("data-rtn-own", element.attr("style")).removeAttr("style"));
        Matcher rule = RULE.matcher(COMMENT_OR_CONDITION.matcher(sheet).replaceAll(""));
        while (rule.find()) {
            apply(rule.group(1).strip(), rule.group(2), mail);
        }
        mail.select("[data-rtn-own]").forEach(element -> {
            append(element, element.attr("data-rtn-own"));
            element.removeAttr("data-rtn-own");
        });
        return mail.outerHtml();
    }

    private static void apply(String selector, String style, Document mail) {
        try {
            mail.body().select(selector).forEach(element -> append(element, style));
        } catch (Selector.SelectorParseException hoverAndTheLike) {
            // Has no meaning for a single element; programs that read style sheets know it from there.
        }
    }

    private static void append(Element element, String style) {
        String before = element.attr("style");
        String compact = style.strip().replaceAll("\\s*([:;])\\s*", "$1").replaceAll(";$", "");
        element.attr("style", before.isEmpty() ? compact : before + ";" + compact);
    }
}
