package org.broadleafreturns.core.mailtext;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** The HTML that the text of a mail can have. */
final class MailHtml {

    /** Stands for a placeholder that is the address of a page, while it is decided which addresses are safe. */
    private static final String STAND_IN = "https://link.invalid/";

    /** What follows a placeholder that is empty begins the address, so this asks for what is allowed and not for a scheme. */
    private static final Pattern NAMES_A_SITE = Pattern.compile("^\\s*(https?|mailto):", Pattern.CASE_INSENSITIVE);

    private static final Safelist ALLOWED = new Safelist()
        .addTags("p", "br", "b", "strong", "i", "em", "u", "ul", "ol", "li", "a", "h2", "h3", "hr", "blockquote")
        .addAttributes("a", "href")
        .addProtocols("a", "href", "http", "https", "mailto")
        .preserveRelativeLinks(true);

    private MailHtml() {
    }

    /**
     * @param address as written
     * @param line where the link begins
     */
    record Link(String address, int line) {
    }

    /** The same without what is not allowed. Placeholders stay, at the start of an address too. */
    static String clean(Collection<Placeholder> known, String html) {
        Pattern leadingLink = leadingLink(known);
        Document clean = new Cleaner(ALLOWED).clean(withStandIns(leadingLink, html));
        for (Element link : clean.select("a[href^=" + STAND_IN + "]")) {
            String address = link.attr("href").substring(STAND_IN.length());
            // Whoever typed the stand-in itself keeps it: what follows it was looked at by nobody.
            if (leadingLink.matcher(address).find()) {
                link.attr("href", address);
            }
        }
        return written(clean);
    }

    /** Whether {@link #clean} takes nothing away. */
    static boolean isClean(Collection<Placeholder> known, String html) {
        return new Cleaner(ALLOWED).isValid(withStandIns(leadingLink(known), html));
    }

    /** A placeholder at the start of an address that is the address of a page; its words are letters and digits. */
    private static Pattern leadingLink(Collection<Placeholder> known) {
        return Pattern.compile(known.stream().filter(placeholder -> placeholder.kind() == Placeholder.Kind.LINK).map(Placeholder::word)
            .collect(Collectors.joining("|", "^\\s*\\{\\{\\s*(", ")\\s*}}")));
    }

    private static Document withStandIns(Pattern leadingLink, String html) {
        Document document = Jsoup.parseBodyFragment(html);
        for (Element link : document.select("a[href]")) {
            String address = link.attr("href");
            if (leadingLink.matcher(address).find()) {
                link.attr("href", STAND_IN + address.strip());
            }
        }
        return document;
    }

    static List<Link> links(String html) {
        Document document = Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
        return document.select("a[href]").stream()
            .map(link -> new Link(link.attr("href"), link.sourceRange().start().lineNumber())).toList();
    }

    static String withoutLeadingLink(Collection<Placeholder> known, String address) {
        return leadingLink(known).matcher(address).replaceFirst("");
    }

    /** Puts a rendered text right: no empty paragraphs, no links that lead nowhere, as all do in a mail that name no site. */
    static String tidy(String rendered) {
        Document document = Jsoup.parseBodyFragment(rendered);
        document.select("a[href]").stream().filter(link -> !NAMES_A_SITE.matcher(link.attr("href")).find()).toList().forEach(Element::unwrap);
        document.select("p, blockquote, li, ul").stream()
            .filter(element -> !element.hasText() && element.childrenSize() == 0).toList().forEach(Element::remove);
        return written(document);
    }

    private static String written(Document document) {
        document.outputSettings().prettyPrint(false);
        return document.body().html().replace("&nbsp;", "\u00a0").strip();
    }
}
