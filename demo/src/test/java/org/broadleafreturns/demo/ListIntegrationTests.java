package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The platform's own list, over returns. */
class ListIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final long FERN = 1;

    @Test
    void filtersByStatusNumberAndName() {
        ReturnRequest refused = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 3)), 0, 3);
        TestShop.change(refused, ReturnStatus.REFUSED, false);
        ReturnRequest other = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);
        HttpVisitor admin = HttpVisitor.merchant("admin");

        assertThat(numbers(admin, "?status=REFUSED")).contains(refused.getNumber()).doesNotContain(other.getNumber());
        assertThat(numbers(admin, "?number=" + other.getNumber())).containsExactly(other.getNumber());
        assertThat(numbers(admin, "?number=" + other.getNumber().toLowerCase(Locale.ROOT).replace("-", "")))
            .containsExactly(other.getNumber());
        assertThat(numbers(admin, "?orderNumber=" + refused.getOrderNumber())).containsExactly(refused.getNumber());
        assertThat(numbers(admin, "?customerLastName=Mill")).contains(refused.getNumber(), other.getNumber());
        assertThat(numbers(admin, "?customerLastName=Nobody")).isEmpty();
    }

    @Test
    void sortsInTheDatabaseAndShowsTheNewestFirst() {
        ReturnRequest older = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 9)), 0, 9);
        ReturnRequest newer = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);
        HttpVisitor admin = HttpVisitor.merchant("admin");

        assertThat(numbers(admin, "?view=all")).containsSubsequence(newer.getNumber(), older.getNumber());
        List<Integer> counts = articles(admin, "?view=all&sortProperty=articleCount&sortDirection=DESCENDING");
        assertThat(counts).isSortedAccordingTo(Comparator.reverseOrder()).contains(9);
    }

    @Test
    void showsManyReturnsPageByPage() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 65));
        for (int i = 0; i < 65; i++) {
            TestShop.request(order, 0, 1);
        }
        HttpVisitor admin = HttpVisitor.merchant("admin");

        List<String> first = numbers(admin, "?orderNumber=" + order);
        List<String> second = numbers(admin, "?orderNumber=" + order + "&startIndex=50");

        assertThat(first).hasSize(50);
        assertThat(second).hasSize(15).doesNotContainAnyElementsOf(first);
    }

    @Test
    void aShoppersPageAfterTheLastIsTheLast() {
        TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);

        Document page = Jsoup.parse(HttpVisitor.shopper(JOHN).get("/account/returns?page=9999&blLocaleCode=en").body());

        assertThat(page.select(".rtn-returns .rtn-card")).isNotEmpty();
        assertThat(page.title()).isEqualTo("My returns – Broadleaf Plants");
    }

    /** The platform's own code does not look at what it gets for an identifier. */
    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "-", "99999999999999999999", "%27", "1%7Cabc"})
    void anIdentifierThatIsNoNumberIsABadRequest(String identifier) {
        HttpResponse<String> answer = HttpVisitor.merchant("admin").get("/returns?id=" + identifier);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Leaks.in(answer.body())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "2026-13-45", "%27", "1%7Cabc"})
    void aDayThatIsNoneIsABadRequest(String day) {
        HttpResponse<String> answer = HttpVisitor.merchant("admin").get("/returns?submittedAt=" + day);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Leaks.in(answer.body())).isFalse();
    }

    @Test
    void whatPeopleTypedIsTextAndNotMarkup() {
        String typed = "<i class='typed'>Jo</i> & \"co\"";
        ReturnRequest request = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);
        new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class))
            .update("update RTN_REQUEST set CUSTOMER_FIRST_NAME = ? where RETURN_NUMBER = ?", typed, request.getNumber());

        Document page = rows(HttpVisitor.merchant("admin"), "?number=" + request.getNumber());

        assertThat(page.select(".typed")).isEmpty();
        assertThat(page.select("tbody tr[data-link] td:nth-child(3)").eachText()).containsExactly(typed);
    }

    @Test
    void theQueriesOfListsAndPanelDoNotGrowWithTheReturns() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        HttpVisitor john = HttpVisitor.shopper(JOHN);
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 12));
        ReturnRequest first = TestShop.request(order, 0, 1);
        ReturnTables.refunded(first, "1.00", "1.00", "DONE");
        String panel = "/order/" + first.getOrder().getId();
        List.of("/returns?view=all", panel).forEach(admin::get);
        john.get("/account/returns");
        ApplicationContext backOffice = TestShop.get().adminContext();
        ApplicationContext storefront = TestShop.get().siteContext();

        long list = Queries.of(backOffice, () -> admin.get("/returns?view=all"));
        long page = Queries.of(backOffice, () -> admin.get(panel));
        long own = Queries.of(storefront, () -> john.get("/account/returns"));
        for (int i = 0; i < 8; i++) {
            ReturnTables.refunded(TestShop.request(order, 0, 1), "1.00", "1.00", "DONE");
        }

        assertThat(Queries.of(backOffice, () -> admin.get("/returns?view=all"))).isLessThanOrEqualTo(list);
        assertThat(Queries.of(backOffice, () -> admin.get(panel))).isLessThanOrEqualTo(page);
        // One page needs no counting, the second does.
        assertThat(Queries.of(storefront, () -> john.get("/account/returns"))).isLessThanOrEqualTo(own + 1);
    }

    private static List<String> numbers(HttpVisitor merchant, String query) {
        return rows(merchant, query).select("tbody tr[data-link] td:nth-child(1)").eachText();
    }

    private static List<Integer> articles(HttpVisitor merchant, String query) {
        return rows(merchant, query).select("tbody tr[data-link] td:nth-child(7)").eachText().stream().map(Integer::valueOf).toList();
    }

    private static Document rows(HttpVisitor merchant, String query) {
        return Jsoup.parse(merchant.get("/returns" + query).body());
    }

}
