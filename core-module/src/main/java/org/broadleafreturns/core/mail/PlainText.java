package org.broadleafreturns.core.mail;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The plain-text alternative of a mail, taken from its HTML so that the two cannot say different things. */
final class PlainText {

    private PlainText() {
    }

    static String of(Document mail) {
        Element body = mail.body();
        Writer writer = new Writer();
        NodeTraversor.traverse(writer, body);
        return writer.text();
    }

    private static final class Writer implements NodeVisitor {

        private final StringBuilder out = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode textNode) {
                append(textNode);
            } else if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "br" -> endLine();
                    case "li" -> {
                        newLine();
                        out.append("- ");
                    }
                    case "tr" -> newLine();
                    case "td", "th" -> {
                        if (!atLineStart()) {
                            out.append("  ");
                        }
                    }
                    default -> {
                        if (element.isBlock()) {
                            emptyLine();
                        }
                    }
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.normalName().equals("a") && !element.attr("href").equals(element.text())) {
                    out.append(" <").append(element.attr("href")).append('>');
                } else if (element.isBlock() && !element.normalName().matches("li|tr|td|th")) {
                    emptyLine();
                }
            }
        }

        private void append(TextNode node) {
            boolean preserve = node.parent() != null && node.parent().attr("style").contains("pre-");
            String text = preserve ? node.getWholeText() : node.text();
            if (!preserve && (atLineStart() || out.charAt(out.length() - 1) == ' ')) {
                text = text.stripLeading();
            }
            out.append(text);
        }

        private boolean atLineStart() {
            return out.length() == 0 || out.charAt(out.length() - 1) == '\n';
        }

        private void newLine() {
            while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
                out.setLength(out.length() - 1);
            }
            if (!atLineStart()) {
                out.append('\n');
            }
        }

        /** Ends the line even if it is empty, but leaves no gap of more than one line. */
        private void endLine() {
            if (atLineStart()) {
                emptyLine();
            } else {
                newLine();
            }
        }

        private void emptyLine() {
            newLine();
            if (out.length() > 1 && out.charAt(out.length() - 2) != '\n') {
                out.append('\n');
            }
        }

        private String text() {
            return out.toString().strip() + "\n";
        }
    }
}
