package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.mail.MailOutcomes;
import org.broadleafreturns.core.privacy.PersonalRecords;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list as merchants work through it: views, search, ages, the way from one return to the next. */
class DeskIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final long FERN = 1;
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    private final HttpVisitor admin = HttpVisitor.merchant("admin");
    private final String unique = Unique.word();

    @Test
    void eachStatusIsInItsViewsAndTheFirstIsWhatIsToDo() {
        Map<ReturnStatus, ReturnRequest> requests = Map.of(
            ReturnStatus.REQUESTED, requested(),
            ReturnStatus.LABEL_SENT, changed(ReturnStatus.LABEL_SENT),
            ReturnStatus.RECEIVED, changed(ReturnStatus.RECEIVED),
            ReturnStatus.REFUSED, changed(ReturnStatus.REFUSED));

        assertThat(in("", requests)).containsExactlyInAnyOrder(ReturnStatus.REQUESTED, ReturnStatus.RECEIVED);
        assertThat(in("todo", requests)).containsExactlyInAnyOrder(ReturnStatus.REQUESTED, ReturnStatus.RECEIVED);
        assertThat(in("waiting", requests)).containsExactly(ReturnStatus.LABEL_SENT);
        assertThat(in("decide", requests)).containsExactly(ReturnStatus.RECEIVED);
        assertThat(in("done", requests)).containsExactly(ReturnStatus.REFUSED);
        assertThat(in("all", requests)).hasSize(requests.size());
        assertThat(page("").select(".rtn-views a[aria-current]").attr("data-view")).isEqualTo("todo");
        assertThat(page("?view=nonsense").select(".rtn-views a[aria-current]").attr("data-view")).isEqualTo("todo");
        assertThat(page("?q=miller").select(".rtn-views a[aria-current]").attr("data-view")).isEqualTo("all");
    }

    @Test
    void viewsSayHowManyThereAre() {
        int before = count("waiting");
        changed(ReturnStatus.LABEL_SENT);

        assertThat(count("waiting")).isEqualTo(before + 1);
        assertThat(count("all")).isEqualTo(new JdbcTemplate(database()).queryForObject("select count(*) from RTN_REQUEST", Integer.class));
    }

    @Test
    void whatWaitsLongestComesFirst() {
        ReturnRequest younger = requested();
        ReturnRequest older = requested();
        age(older, 9);

        assertThat(numbers("?view=todo&q=" + older.getOrderNumber() + "")).containsExactly(older.getNumber());
        Document page = page("?view=todo&id=" + younger.getId() + "%7C" + older.getId());
        assertThat(page.select("td[data-fieldname=number]").eachText()).containsExactly(older.getNumber(), younger.getNumber());
        assertThat(cell(page, older, "age").text()).isEqualTo("9 d · 6 d late");
        assertThat(cell(page, older, "age").attr("data-fieldvalue")).isEqualTo("LATE");
        assertThat(cell(page, younger, "age").text()).isEqualTo("today");
        assertThat(cell(Jsoup.parse(admin.get("/returns?view=todo&blLocaleCode=fr&id=" + older.getId()).body()), older, "age").text())
            .isEqualTo("9 j · retard 6 j");
        admin.get("/returns?blLocaleCode=en");
    }

    @Test
    void whatIsDecidedIsNotLateHoweverOld() {
        ReturnRequest old = changed(ReturnStatus.REFUSED);
        new JdbcTemplate(database()).update("update RTN_REQUEST set SUBMITTED_AT = ? where REQUEST_ID = ?", daysAgo(40), old.getId());

        assertThat(cell(page("?q=" + old.getOrderNumber()), old, "age").text()).isEqualTo("40 d");
    }

    @Test
    void aMailThatCannotGoOutIsToDoUntilItHasGoneOut() {
        ReturnRequest refused = changed(ReturnStatus.REFUSED);
        ReturnRequest requested = requested();
        assertThat(numbers("?view=todo&id=" + refused.getId())).isEmpty();

        outcome(refused, MailOutcomes::failed);
        outcome(requested, MailOutcomes::failed);
        assertThat(numbers("?view=todo&id=" + refused.getId())).containsExactly(refused.getNumber());

        outcome(refused, MailOutcomes::sent);
        outcome(requested, MailOutcomes::sent);
        assertThat(numbers("?view=todo&id=" + refused.getId())).isEmpty();
        assertThat(numbers("?view=todo&id=" + requested.getId())).containsExactly(requested.getNumber());
    }

    private static void outcome(ReturnRequest request, BiConsumer<MailOutcomes, Long> what) {
        TestShop.inTransaction(() -> {
            Long mail = TestShop.bean(ReturnLookup.class).byId(request.getId()).orElseThrow().getJournal().get(0).getMail().getId();
            what.accept(TestShop.bean(MailOutcomes.class), mail);
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({"obrien", "O'BRIEN", "o’brien", "sinead", "Sinéad O’Brien", "obri sin", "brien"})
    void namesAreFoundWithoutCaseAccentsAndApostrophes(String typed) {
        ReturnRequest request = named("Sinéad", "O’Brien");

        assertThat(numbers("?q=" + encoded(typed))).contains(request.getNumber());
    }

    @Test
    void everythingThatTheFieldSaysIsSearched() {
        ReturnRequest request = named("Jörg", "Müller");
        String compact = request.getNumber().replace("-", "").toLowerCase(Locale.ROOT);

        for (String typed : List.of("muller", "jorg", request.getOrderNumber(), request.getOrderNumber().toLowerCase(Locale.ROOT).replace("-", ""),
            request.getCustomer().getEmailAddress(), "shopper jorg", compact.substring(0, 6), "fern", "boston muller")) {
            assertThat(numbers("?q=" + encoded(typed) + "&customerLastName=" + encoded("Müller"))).as(typed).contains(request.getNumber());
        }
        for (String typed : List.of("muller obrien", "uller", "xyzzy", "fern xyzzy")) {
            assertThat(numbers("?q=" + encoded(typed))).as(typed).doesNotContain(request.getNumber());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "\\", "—", "   ", "a' or '1'='1", "\"><script>"})
    void whatIsNoWordFindsEverythingOrNothingAndBreaksNothing(String typed) {
        requested();

        HttpResponse<String> answer = admin.get("/returns?q=" + encoded(typed));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("\"><script>");
        assertThat(Leaks.in(answer.body())).isFalse();
    }

    @Test
    void aWholeNumberOpensItsReturnAtOnce() {
        ReturnRequest request = requested();

        for (String typed : List.of(request.getNumber(), request.getNumber().toLowerCase(Locale.ROOT).replace("-", ""), " " + request.getNumber() + " ")) {
            HttpResponse<String> answer = admin.get("/returns?q=" + encoded(typed));
            assertThat(location(answer)).as(typed).endsWith("/order/" + request.getOrder().getId() + "#return-" + request.getNumber());
        }
        assertThat(numbers("?q=R2222-2222")).isEmpty();
    }

    @Test
    void filtersAreCombinedWithEachOtherAndWithTheSearch() {
        ReturnRequest one = named("Ida", "Quux" + unique);
        ReturnRequest other = named("Otto", "Quux" + unique);
        TestShop.change(other, ReturnStatus.REFUSED, false);

        assertThat(numbers("?q=quux" + unique)).contains(one.getNumber(), other.getNumber());
        assertThat(numbers("?q=quux" + unique + "&status=REFUSED")).containsExactly(other.getNumber());
        assertThat(numbers("?customerLastName=ux" + unique + "&customerFirstName=Id")).containsExactly(one.getNumber());
        assertThat(numbers("?view=todo&q=quux" + unique)).containsExactly(one.getNumber());
        assertThat(numbers("?customerLastName=" + encoded("q_ux" + unique))).isEmpty();
        assertThat(page("?q=quux" + unique + "&status=REFUSED").select(".rtn-views a[data-view=done]").attr("href"))
            .contains("view=done").contains("q=quux" + unique).contains("status=REFUSED");
    }

    @Test
    void fromAHandledReturnOneGoesToTheNextOfTheView() {
        List<ReturnRequest> waiting = waiting("Nextone" + unique, "Ada", "Bea", "Cleo");
        ReturnRequest first = waiting.get(0);
        ReturnRequest second = waiting.get(1);
        ReturnRequest third = waiting.get(2);
        String list = "?view=todo&q=nextone" + unique + "&after=";

        assertThat(next(list + first.getNumber())).isEqualTo(second.getOrder().getId());
        assertThat(next(list + second.getNumber())).isEqualTo(third.getOrder().getId());
        TestShop.change(second, ReturnStatus.REFUSED, false);
        assertThat(next(list + first.getNumber())).isEqualTo(third.getOrder().getId());
        assertThat(next(list + second.getNumber())).isEqualTo(first.getOrder().getId());
        assertThat(location(admin.get("/returns/next?view=todo&q=quuxless&after=" + first.getNumber()))).endsWith("/returns?view=todo");
        assertThat(next("?q=nextone" + unique + "&sortProperty=customerFirstName&sortDirection=DESCENDING&after=" + third.getNumber()))
            .isEqualTo(second.getOrder().getId());
    }

    @Test
    void afterNoReturnThereIsNoNextOne() {
        for (String query : List.of("", "?after=", "?after=R2222-2222")) {
            assertThat(admin.get("/returns/next" + query).statusCode()).as(query).isEqualTo(404);
        }
    }

    /** Handling a return changes what the list goes by. */
    @Test
    void theNextOneIsTheOneThatStoodBelowTheReturnBeforeItWasHandled() {
        List<ReturnRequest> waiting = waiting("Nextwas" + unique, "Ada", "Bea", "Cleo");
        ReturnRequest first = waiting.get(0);
        ReturnRequest second = waiting.get(1);
        ReturnRequest third = waiting.get(2);
        String was = waited(second);
        String after = "?view=todo&q=nextwas" + unique + "&after=" + second.getNumber() + "&was=";
        TestShop.change(second, ReturnStatus.LABEL_SENT, false);

        assertThat(next(after + was)).isEqualTo(third.getOrder().getId());
        assertThat(next(after)).isEqualTo(first.getOrder().getId());
        assertThat(next("?view=all&q=nextwas" + unique + "&sortProperty=status&sortDirection=DESCENDING&after=" + second.getNumber() + "&was=" + was))
            .isEqualTo(first.getOrder().getId());
        for (String nonsense : List.of("REQUESTED.", "x", "REQUESTED.x", "'.1", "REQUESTED.9999999999999999")) {
            assertThat(next(after + encoded(nonsense))).as(nonsense).isEqualTo(first.getOrder().getId());
        }
    }

    @Test
    void aListThatBeginsAgainSaysOnceHowManyItHas() {
        List<ReturnRequest> waiting = waiting("Nextagain" + unique, "Ada", "Bea");
        String list = "/returns/next?view=todo&q=nextagain" + unique + "&after=";

        assertThat(anew(location(admin.get(list + waiting.get(0).getNumber())))).isEmpty();
        String again = location(admin.get(list + waiting.get(1).getNumber()));
        assertThat(anew(again)).isEqualTo("2");
        assertThat(anew(again)).isEmpty();
    }

    private String anew(String address) {
        return Jsoup.parse(admin.get(address.replaceAll("^.*(/order/[0-9]+).*$", "$1")).body()).select(".rtn-way").attr("data-anew");
    }

    /** As the order's page keeps it. */
    private String waited(ReturnRequest request) {
        Element shown = Jsoup.parse(admin.get("/order/" + request.getOrder().getId()).body()).selectFirst("#return-" + request.getNumber());
        return shown.attr("data-status") + "." + shown.attr("data-attention");
    }

    @Test
    void aForgottenCustomerIsNotFoundAnyMore() {
        Customer customer = newCustomer("Zebulon" + unique, "Forgottenham");
        ReturnRequest request = TestShop.request(TestShop.newOrder(customer.getEmailAddress(), Map.of(FERN, 1)), 0, 1);
        TestShop.change(request, ReturnStatus.REFUSED, false);
        assertThat(numbers("?q=zebulon" + unique)).hasSize(1);

        TestShop.bean(PersonalRecords.class).anonymise(customer.getId());

        assertThat(numbers("?q=zebulon" + unique)).isEmpty();
        assertThat(numbers("?q=" + encoded(customer.getEmailAddress()))).isEmpty();
        assertThat(numbers("?q=" + request.getOrderNumber())).containsExactly(request.getNumber());
    }

    private static ReturnRequest requested() {
        return TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);
    }

    private static ReturnRequest changed(ReturnStatus status) {
        ReturnRequest request = requested();
        TestShop.change(request, status, false);
        return request;
    }

    /** A return of each, who has waited longest first. */
    private static List<ReturnRequest> waiting(String last, String... first) {
        List<ReturnRequest> requests = Stream.of(first).map(name -> named(name, last)).toList();
        for (int i = 0; i < first.length; i++) {
            age(requests.get(i), 6 - i);
        }
        return requests;
    }

    private static ReturnRequest named(String first, String last) {
        return TestShop.request(TestShop.newOrder(newCustomer(first, last).getEmailAddress(), Map.of(FERN, 1)), 0, 1);
    }

    private static Customer newCustomer(String first, String last) {
        return TestShop.newCustomer("desk" + CUSTOMERS.incrementAndGet() + ".shopper@example.com", first, last);
    }

    private static DataSource database() {
        return TestShop.get().siteContext().getBean("webDS", DataSource.class);
    }

    private static void age(ReturnRequest request, int days) {
        new JdbcTemplate(database()).update("update RTN_REQUEST set SUBMITTED_AT = ?, ATTENTION_AT = ? where REQUEST_ID = ?",
            daysAgo(days), daysAgo(days), request.getId());
    }

    private static Date daysAgo(int days) {
        return Date.from(Instant.now().minus(days, ChronoUnit.DAYS));
    }

    /** The statuses of those returns that a view has. */
    private List<ReturnStatus> in(String view, Map<ReturnStatus, ReturnRequest> requests) {
        String ids = requests.values().stream().map(request -> request.getId().toString()).collect(Collectors.joining("%7C"));
        String shown = view.isEmpty() ? page("").select(".rtn-views a[aria-current]").attr("data-view") : view;
        List<String> found = numbers("?view=" + shown + "&id=" + ids);
        return requests.entrySet().stream().filter(one -> found.contains(one.getValue().getNumber())).map(Map.Entry::getKey).toList();
    }

    private Long next(String query) {
        return Long.valueOf(location(admin.get("/returns/next" + query)).replaceAll("^.*/order/([0-9]+)#.*$", "$1"));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private int count(String view) {
        return Integer.parseInt(page("").select(".rtn-views a[data-view=" + view + "] .rtn-view-count").text().replaceAll("\\D", ""));
    }

    private List<String> numbers(String query) {
        return page(query).select("tbody tr[data-link] td[data-fieldname=number]").eachText();
    }

    private Document page(String query) {
        return Jsoup.parse(admin.get("/returns" + query).body());
    }

    private static Element cell(Document page, ReturnRequest request, String field) {
        return page.selectFirst("tr[data-rowid=" + request.getId() + "] td[data-fieldname=" + field + "]");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
