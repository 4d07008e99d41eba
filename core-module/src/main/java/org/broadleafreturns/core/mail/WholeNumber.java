package org.broadleafreturns.core.mail;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** Keeps a return's number in one line wherever a mail shows it: mail programs break lines at its hyphen otherwise. */
final class WholeNumber {

    private static final String IN_ONE_LINE = "<span style=\"white-space:nowrap\"></span>";

    private WholeNumber() {
    }

    /** @param number may be null */
    static void keep(Document mail, String number) {
        if (number == null || number.isEmpty()) {
            return;
        }
        List<TextNode> texts = new ArrayList<>();
        NodeTraversor.traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                texts.add(text);
            }
        }, mail.body());
        texts.forEach(text -> keepWhole(text, number));
    }

    private static void keepWhole(TextNode text, String number) {
        int at = text.getWholeText().indexOf(number);
        if (at < 0) {
            return;
        }
        TextNode found = at == 0 ? text : text.splitText(at);
        if (found.getWholeText().length() > number.length()) {
            keepWhole(found.splitText(number.length()), number);
        }
        found.wrap(IN_ONE_LINE);
    }
}
