package org.broadleafreturns.core.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/** Writes the rules of a mail's style sheet into its elements, since many mail programs read no style sheets. */
final class InlineStyles {

    private static final Pattern COMMENT_OR_CONDITION = Pattern.compile("(?s)/\\*.*?\\*/|@[^{;]*\\{(?:[^{}]*\\{[^{}]*})*[^{}]*}");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");

    /** The sheet that was read last: the frame of all mails has the same. */
    private static volatile Sheet last = new Sheet("", List.of());

    private InlineStyles() {
    }

    private record Rule(Evaluator elements, String style) {
    }

    private record Sheet(String text, List<Rule> rules) {

        static Sheet of(String text) {
            List<Rule> rules = new ArrayList<>();
            Matcher rule = RULE.matcher(COMMENT_OR_CONDITION.matcher(text).replaceAll(""));
            while (rule.find()) {
                try {
                    rules.add(new Rule(QueryParser.parse(rule.group(1).strip()), compact(rule.group(2))));
                } catch (Selector.SelectorParseException hoverAndTheLike) {
                    // Has no meaning for a single element; programs that read style sheets know it from there.
                }
            }
            return new Sheet(text, List.copyOf(rules));
        }
    }

    /** Leaves the mail with later rules behind earlier ones and an element's own style last. */
    static void write(Document mail) {
        StringBuilder text = new StringBuilder();
        mail.select("head style").forEach(style -> text.append(style.data()).append('\n'));
        mail.select("[style]").forEach(element -> element.attr("data-rtn-own", element.attr("style")).removeAttr("style"));
        for (Rule rule : sheet(text.toString()).rules()) {
            mail.body().select(rule.elements()).forEach(element -> append(element, rule.style()));
        }
        mail.select("[data-rtn-own]").forEach(element -> {
            append(element, compact(element.attr("data-rtn-own")));
            element.removeAttr("data-rtn-own");
        });
    }

    private static Sheet sheet(String text) {
        Sheet known = last;
        if (!known.text().equals(text)) {
            known = Sheet.of(text);
            last = known;
        }
        return known;
    }

    private static void append(Element element, String style) {
        String before = element.attr("style");
        element.attr("style", before.isEmpty() ? style : before + ";" + style);
    }

    private static String compact(String style) {
        return style.strip().replaceAll("\\s*([:;])\\s*", "$1").replaceAll(";$", "");
    }
}
