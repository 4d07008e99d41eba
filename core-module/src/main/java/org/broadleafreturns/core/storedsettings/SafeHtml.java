package org.broadleafreturns.core.storedsettings;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/**
 * The simple formatting that merchants can use in texts for shoppers: paragraphs, line breaks, bold and italic, lists, and
 * links to the web and to mail addresses. Everything else is taken out, scripts with all they hold.
 */
final class SafeHtml {

    private static final Safelist ALLOWED = new Safelist()
        .addTags("p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a")
        .addAttributes("a", "href")
        .addProtocols("a", "href", "http", "https", "mailto")
        .addEnforcedAttribute("a", "rel", "noopener noreferrer");

    private static final Pattern LINES = Pattern.compile("<(p|br|ul|ol|li)\\b", Pattern.CASE_INSENSITIVE);

    private SafeHtml() {
    }

    /** What somebody typed, made safe; line ends become line breaks unless it has lines or lists of its own. */
    static String ofTyped(String typed) {
        String lines = typed.strip();
        return of(LINES.matcher(lines).find() ? lines : lines.replaceAll("\\R", "<br />\n"));
    }

    /** Markup made safe, well-formed as XML. What is safe stays as it is. */
    static String of(String html) {
        Document.OutputSettings output = new Document.OutputSettings()
            .syntax(Document.OutputSettings.Syntax.xml).escapeMode(Entities.EscapeMode.xhtml).prettyPrint(false);
        return Jsoup.clean(html, "", ALLOWED, output).strip();
    }
}
