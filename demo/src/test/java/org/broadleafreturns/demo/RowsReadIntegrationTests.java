package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.broadleafreturns.demo.AskedStatements.Read;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How much pages read in a small shop and in one with thousands of orders and returns more, with nothing in any cache. All orders
 * have a set among their articles.
 */
@OwnShops
class RowsReadIntegrationTests {

    private static final int NOISE = 20_000;
    /** Plans differ with the size of a shop, but whoever reads a table from end to end reads more than this. */
    private static final int TOLERANCE = 300;
    private static final Pattern LOCK = Pattern.compile("(?i)\\b(for share|lock in share mode)\\b");
    /** Reads a return with its lines. */
    private static final Pattern LINES = Pattern.compile("(?i)from RTN_REQUEST .*join RTN_LINE ");
    private static final Pattern WRITE = Pattern.compile("(?i)^(insert|update|delete)\\b");
    private static final Pattern AT_ONCE = Pattern.compile("(?i)^insert into (RTN_SEARCH_WORD|RTN_SCHEDULED_TASK|RTN_MAIL_BODY)\\b");
    private static final String ARTICLES = " 1=30 5=30 12=2";
    /** What a page is called in the documentation, and here. */
    private static final Map<String, String> PAGES_BY_THEIR_WORDS = Map.of(
        "page of an order in the back office, without returns", "order without returns",
        "with returns, however many", "order with ten returns",
        "order history, however long", "order history",
        "request form, however many lines", "request form",
        "a shopper's returns", "a shopper's returns",
        "a shopper's return", "a shopper's return");
    private static final Pattern PAGE = Pattern.compile("\\| ([^|]+) \\| (\\d+)(?:[,;] [^|]*)? \\|");

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void noPageReadsMoreInALargerShop(TestDatabase.Server server) {
        TestDatabase database = RealShop.newDatabase(server);
        try (ScriptedMailServer mails = new ScriptedMailServer(ScriptedMailServer.Manner.ACCEPT);
                ShopNode node = ShopNode.startWatched(database, mails.port()).awaitReady()) {
            Pages pages = new Pages(node, server);
            NoiseOfOrders.analyze(database.dataSource(), server);
            Map<String, List<Read>> small = pages.read("bea@example.com");
            NoiseOfOrders.make(database.dataSource(), server, pages.noise, NOISE);
            Map<String, List<Read>> large = pages.read("bob@example.com");

            large.forEach((page, reads) -> {
                Map<String, Long> before = rows(small.get(page));
                assertThat(rows(reads)).as(page).allSatisfy((sql, rows) ->
                    assertThat(rows).as(sql).isLessThanOrEqualTo(before.getOrDefault(sql, 0L) + TOLERANCE));
            });
            large.forEach((page, reads) -> noMore(page, reads, small.get(page)));
            // The order has a set, whose own and parts are read, and the shop has two addresses for its mail; what mails say is apart.
            // What the mail expects to come back takes four, one more for the set.
            assertThat(command(large.get("submit"), 1)).hasSizeLessThanOrEqualTo(30 + 3 + 4 + 1);
            assertThat(commandThatLooks(large.get("preview"))).hasSizeLessThanOrEqualTo(15);
            // That goods have come is an event of its own beside the status.
            assertThat(command(large.get("apply"), 2)).hasSizeLessThanOrEqualTo(17 + 1);
            // Previews are of the newest returns: what PostgreSQL has counted of older ones lets it read all returns for such a join.
            assertThat(large.get("apply")).extracting(Read::sql)
                .noneMatch(sql -> sql.contains("RTN_STATUS_PREVIEW") && sql.matches("(?s).*RTN_REQUEST\\b.*") && sql.startsWith("select"));
            // Nor is looked for what further parts were told, where nothing was.
            assertThat(large.get("preview")).isNotEmpty().noneMatch(read -> read.sql().contains("RTN_PREVIEW_INPUT"));
            assertThat(large.get("apply")).isNotEmpty().noneMatch(read -> read.sql().contains("RTN_PREVIEW_INPUT"));
            noMore("order with ten returns", large.get("order with ten returns"), large.get("order with a return"));
            if (server == TestDatabase.Server.POSTGRESQL && "3.1".equals(System.getProperty("rtn.line"))) {
                isAsDocumented(large);
            }
        }
    }

    private static void isAsDocumented(Map<String, List<Read>> pages) {
        Map<String, Integer> documented = documented();
        assertThat(documented).containsOnlyKeys(PAGES_BY_THEIR_WORDS.keySet());
        documented.forEach((words, statements) -> {
            List<String> asked = texts(pages.get(PAGES_BY_THEIR_WORDS.get(words)));
            assertThat(asked).as(words).hasSizeLessThanOrEqualTo(statements);
        });
    }

    private static Map<String, Integer> documented() {
        Map<String, Integer> documented = new HashMap<>();
        try {
            Files.readAllLines(Path.of("../docs/performance-statements.md")).stream().map(PAGE::matcher).filter(Matcher::matches)
                .forEach(row -> documented.put(row.group(1), Integer.valueOf(row.group(2))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documented;
    }

    /**
     * What a command asks, without the page around it and without the settings: from what finds its order, so many statements before
     * the first lock, to the last that writes. What is sent at once is one.
     */
    private static List<String> command(List<Read> reads, int beforeTheLock) {
        List<String> all = withoutSettings(reads);
        return from(places(all, LOCK)[0] - beforeTheLock, all);
    }

    /** The same of a command that looks at the return before it takes the lock. */
    private static List<String> commandThatLooks(List<Read> reads) {
        List<String> all = withoutSettings(reads);
        return from(places(all, LINES)[0], all);
    }

    private static List<String> withoutSettings(List<Read> reads) {
        return texts(reads).stream().filter(sql -> !sql.contains("RTN_SETTING")).toList();
    }

    private static int[] places(List<String> all, Pattern wanted) {
        return IntStream.range(0, all.size()).filter(i -> wanted.matcher(all.get(i)).find()).toArray();
    }

    private static List<String> from(int first, List<String> all) {
        int[] writes = places(all, WRITE);
        List<String> asked = new ArrayList<>();
        for (String sql : all.subList(first, writes[writes.length - 1] + 1)) {
            if (asked.isEmpty() || !AT_ONCE.matcher(sql).find() || !asked.get(asked.size() - 1).equals(sql)) {
                asked.add(sql);
            }
        }
        return asked;
    }

    private static void noMore(String page, List<Read> reads, List<Read> before) {
        List<String> more = texts(reads);
        List<String> less = texts(before);
        List<String> added = new ArrayList<>(more);
        less.forEach(added::remove);
        assertThat(more.size()).withFailMessage("%s: %d statements instead of %d, with %s", page, more.size(), less.size(), added)
            .isLessThanOrEqualTo(less.size());
    }

    private static List<String> texts(List<Read> reads) {
        return ours(reads).stream().map(Read::sql).toList();
    }

    private static Map<String, Long> rows(List<Read> reads) {
        Map<String, Long> rows = new HashMap<>();
        reads.forEach(read -> rows.merge(read.sql(), read.rows(), Long::sum));
        return rows;
    }

    /**
     * Of the modules, without those for identifiers, which are drawn in blocks, and what the platform reads for them of a merchant's
     * permissions, which it does in batches of any size.
     */
    private static List<Read> ours(List<Read> reads) {
        return reads.stream().filter(read -> read.ours() && !read.sql().matches("(?s).*(RTN_SEQUENCE|BLC_ADMIN_).*")).toList();
    }

    /** The pages of the shop, and what they read. */
    private static final class Pages {

        private final ShopNode node;
        private final TestDatabase.Server server;
        private final String site;
        private final HttpVisitor merchant;
        private final HttpVisitor shopper;
        private final Map<String, String> orders = new LinkedHashMap<>();
        private final Map<String, List<Read>> reads = new LinkedHashMap<>();
        final long noise;

        Pages(ShopNode node, TestDatabase.Server server) {
            this.node = node;
            this.server = server;
            this.site = node.ask("address");
            node.ask("customer noise@example.com");
            String copied = node.ask("order noise@example.com" + ARTICLES);
            node.ask("request " + copied + " 0 1");
            this.noise = Long.parseLong(node.ask("identifier " + copied));
            Map.of("order without returns", 0, "order with a return", 1, "order with ten returns", 10).forEach((page, returns) -> {
                String order = node.ask("order john@example.com" + ARTICLES);
                for (int i = 0; i < returns; i++) {
                    assertThat(node.ask("request " + order + " 0 1")).startsWith("R");
                }
                orders.put(page, node.ask("identifier " + order));
            });
            this.merchant = HttpVisitor.merchantAt(node.ask("backOffice"), "admin");
            this.shopper = HttpVisitor.shopperAt(site, "john@example.com");
        }

        /** @param customer one who is new, for what cannot be done twice, and not an Ann: each further word is a row of the search */
        Map<String, List<Read>> read(String customer) {
            reads.clear();
            orders.forEach((page, order) -> visited(page, merchant, "/order/" + order));
            visited("what is waiting", merchant, "/return-waiting");
            visited("order history", shopper, "/account/orders");
            node.ask("customer " + customer);
            String order = node.ask("order " + customer + ARTICLES);
            node.ask("request " + order + " 1 1");
            HttpVisitor visitor = HttpVisitor.shopperAt(site, customer);
            String form = FormAddresses.form(order);
            visited("request form", visitor, form);
            String token = visitor.token(form);
            String item = Jsoup.parse(visitor.get(form).body()).select("[name^=quantity]").get(0).attr("name").replaceAll("\\D", "");
            String draft = location(done("entering", () -> visitor.post(form, Map.of("csrfToken", token, "quantity[" + item + "]", "1",
                "reason[" + item + "]", "OTHER", "comment", "Too green", "refundType", "ORIGINAL_PAYMENT"))));
            visited("summary", visitor, draft);
            String own = location(done("submit", () -> visitor.post(FormAddresses.below(draft, "/send"), Map.of("csrfToken", token))));
            visited("a shopper's returns", visitor, "/account/returns");
            visited("a shopper's return", visitor, own);
            String number = own.replaceAll(".*/", "");
            HttpResponse<String> dialog = shown("status dialog", () -> merchant.getInBackground("/returns/" + number + "/status"));
            Map<String, String> inputs = new HashMap<>();
            Jsoup.parse(dialog.body()).select("#rtn-received input").forEach(input -> inputs.put(input.attr("name"), input.val()));
            assertThat(inputs).containsEntry("received.lines", "all").hasSizeGreaterThanOrEqualTo(2);
            String merchantToken = merchant.token("/order/" + orders.values().iterator().next());
            HttpResponse<String> preview = shown("preview", () -> merchant.post("/returns/" + number + "/status/preview",
                with(inputs, "csrfToken", merchantToken, "status", "RECEIVED", "message", "Here", "note", "", "version", "0")));
            String previewed = Jsoup.parse(preview.body()).select("[name=token]").attr("value");
            shown("apply", () -> merchant.post("/returns/" + number + "/status/apply",
                Map.of("csrfToken", merchantToken, "token", previewed, "sendMail", "true")));
            correct(number, merchantToken);
            return new LinkedHashMap<>(reads);
        }

        /** One unit more than was asked for, of which the rules are asked. */
        private void correct(String number, String csrf) {
            HttpResponse<String> dialog =
                shown("correction dialog", () -> merchant.getInBackground("/returns/" + number + "/correction"));
            Document form = Jsoup.parse(dialog.body());
            Map<String, String> inputs = new HashMap<>();
            form.select("#rtn-correct-form [name=version]").forEach(input -> inputs.put(input.attr("name"), input.val()));
            form.select("#rtn-correct-lines .rtn-correct-quantity").forEach(input -> inputs.put(input.attr("name"), "2"));
            form.select("#rtn-correct-lines select").forEach(select ->
                inputs.put(select.attr("name"), select.select("[selected]").attr("value")));
            HttpResponse<String> preview = shown("correction preview", () -> merchant.post("/returns/" + number + "/correction/preview",
                with(inputs, "csrfToken", csrf, "note", "A call")));
            String token = Jsoup.parse(preview.body()).select("[name=token]").attr("value");
            shown("correction", () -> merchant.post("/returns/" + number + "/correction/apply",
                Map.of("csrfToken", csrf, "token", token, "sendMail", "true")));
        }

        private static Map<String, String> with(Map<String, String> inputs, String... further) {
            for (int i = 0; i < further.length; i += 2) {
                inputs.put(further[i], further[i + 1]);
            }
            return inputs;
        }

        /** Once before: what does not change at all, applications keep in memory. */
        private void visited(String page, HttpVisitor visitor, String address) {
            visitor.get(address);
            shown(page, () -> visitor.get(address));
        }

        private HttpResponse<String> shown(String page, Supplier<HttpResponse<String>> visit) {
            HttpResponse<String> answer = done(page, visit);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            return answer;
        }

        private HttpResponse<String> done(String page, Supplier<HttpResponse<String>> visit) {
            node.ask("watch");
            HttpResponse<String> answer = visit.get();
            reads.put(page, new ArrayList<>(AskedStatements.parsed(node.ask("asked " + server))));
            return answer;
        }

        private static String location(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            return answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "").replaceAll("[;#].*", "");
        }
    }
}
