package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadleafreturns.core.request.ReturnRequest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Follows the links there are, each kind of page in its turn, so that what other tests have made many of hides no other kind; no
 * page may be an error, and no server-side exception may be logged meanwhile.
 */
@Tag("long")
class CrawlTests {

    private static final int MOST_PAGES = 160;
    /** Of one more language, which the platform's own have not. */
    private static final int FURTHER_PAGES = 80;
    private static final Pattern STACK_TRACE = Pattern.compile("at [\\w.$/]+\\(\\w+\\.java:\\d+\\)");
    /**
     * The platform's own links of fields without a value, which it hides and which lead nowhere, and its form for passwords, a
     * piece of a page that Broadleaf 7.0 cannot show by itself.
     */
    private static final Pattern DEAD = Pattern.compile("/null/.*|.*/null|/changePassword");
    /** Links, and the rows of a section's list, which the platform makes links by script. */
    private static final String LINKS = "a[href], [data-listgridtype=main] tr[data-link]";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        TestShop.get();
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(log);
    }

    @ParameterizedTest
    @CsvSource({"en, " + MOST_PAGES, "fr, " + FURTHER_PAGES})
    void theBackOfficeHasNoBrokenPage(String language, int pages) {
        HttpVisitor merchant = HttpVisitor.merchant("admin");

        Set<String> visited = crawl(merchant, TestShop.get().adminUrl(), "/returns?blLocaleCode=" + language, pages);

        assertThat(visited).contains("/returns", "/order", "/customer", "/product");
        assertThat(visited.stream().filter(path -> path.matches("/order/\\d+.*"))).hasSizeGreaterThanOrEqualTo(pages / FURTHER_PAGES);
        assertNothingLogged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theAccountHasNoBrokenPage(String language) {
        HttpVisitor shopper = HttpVisitor.shopper("marie@example.com");
        // Only the first page of her returns is looked at, and other tests make many.
        ReturnRequest request = TestShop.request(TestShop.newOrder("marie@example.com", Map.of(1L, 1)), 0, 1);
        TestShop.sendLabel(request);

        Set<String> visited = crawl(shopper, TestShop.get().siteUrl(), "/account/returns?blLocaleCode=" + language, MOST_PAGES);

        assertThat(visited).contains("/account/returns", "/account/orders", "/account/orders/PL-1001",
            FormAddresses.form("PL-1001"), FormAddresses.form("PL-1003"));
        assertThat(visited.stream().filter(path -> path.matches("/account/returns/R.*/label"))).isNotEmpty();
        assertNothingLogged();
    }

    @Test
    void aVisitorWhoIsNotLoggedInSeesTheShop() {
        Set<String> visited = crawl(HttpVisitor.onSite(), TestShop.get().siteUrl(), "/", MOST_PAGES);

        assertThat(visited).contains("/", "/products/boston-fern", "/login");
        assertNothingLogged();
    }

    private static Set<String> crawl(HttpVisitor visitor, String base, String start, int pages) {
        Set<String> seen = new LinkedHashSet<>();
        Turns open = new Turns();
        open.add(start);
        List<String> broken = new ArrayList<>();
        while (open.any() && seen.size() < pages) {
            String path = open.next();
            if (!seen.add(withoutQuery(path))) {
                continue;
            }
            HttpResponse<String> answer = visitor.get(path);
            if (answer.statusCode() >= 400 || showsAnError(answer)) {
                broken.add(answer.statusCode() + " " + path);
            }
            answer.headers().firstValue("Location").map(target -> local(base, base + path, target)).ifPresent(open::add);
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                for (Element link : Jsoup.parse(answer.body(), base + path).select(LINKS)) {
                    String target = link.attr(link.hasAttr("href") ? "abs:href" : "abs:data-link");
                    String next = local(base, base + path, target);
                    if (next != null && !next.contains("ogout") && !DEAD.matcher(next).matches()) {
                        open.add(next);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        return seen;
    }

    /** What is still to be visited: the next is of the kind that was visited least, and of those of the one found first. */
    private static final class Turns {

        private final Map<String, Deque<String>> kinds = new LinkedHashMap<>();
        private final Map<String, Integer> visits = new HashMap<>();

        void add(String path) {
            kinds.computeIfAbsent(kind(path), kind -> new ArrayDeque<>()).add(path);
        }

        boolean any() {
            return kinds.values().stream().anyMatch(paths -> !paths.isEmpty());
        }

        String next() {
            String kind = kinds.keySet().stream().filter(one -> !kinds.get(one).isEmpty())
                .min(Comparator.comparingInt(one -> visits.getOrDefault(one, 0))).orElseThrow();
            visits.merge(kind, 1, Integer::sum);
            return kinds.get(kind).poll();
        }

        /** Paths of one kind differ by numbers alone. */
        private static String kind(String path) {
            return path.replaceAll("\\?.*", "").replaceAll("[\\w-]*\\d[\\w-]*", "*");
        }
    }

    private static boolean showsAnError(HttpResponse<String> answer) {
        return STACK_TRACE.matcher(answer.body()).find() || answer.body().contains("??");
    }

    /** The path below that of the application, or null for what is elsewhere. */
    private static String local(String base, String from, String target) {
        try {
            URI uri = URI.create(from).resolve(target);
            if (!uri.toString().startsWith(base + "/")) {
                return null;
            }
            return uri.getRawPath().substring(URI.create(base).getRawPath().length()).replaceAll(";jsessionid=[^/?]*", "") + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** But for what says which order a page is about. */
    private static String withoutQuery(String path) {
        return path.replaceAll("\\?(?!order=).*|&.*", "");
    }

    /** Of what was crawled; in the background others work too. */
    private void assertNothingLogged() {
        assertThat(log.list).filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.ERROR) || event.getThrowableProxy() != null)
            .filteredOn(event -> event.getThreadName().startsWith("http-"))
            .extracting(event -> event.getLoggerName() + ": " + event.getFormattedMessage()).isEmpty();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
