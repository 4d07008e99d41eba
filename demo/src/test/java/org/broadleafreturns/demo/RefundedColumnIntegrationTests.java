package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What was refunded, as a column of the merchants' list. */
class RefundedColumnIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final String NOTHING = "\u2014";

    private final ReturnRequest request = TestShop.request(TestShop.newOrder(JOHN, Map.of(1L, 2)), 0, 2);
    private final HttpVisitor admin = HttpVisitor.merchant("admin");

    @Test
    void saysWhatWasPaidBackInTheMerchantsLanguage() {
        TestShop.change(request, ReturnStatus.ACCEPTED, false);
        assertThat(cell("en").text()).isEqualTo(NOTHING);
        assertThat(cell("en").attr("data-fieldvalue")).isEqualTo("none");

        ReturnTables.refunded(request, "1200.00", "1200.00", "DONE");
        ReturnTables.refunded(request, "40.00", "34.56", "UNKNOWN");

        assertThat(cell("en").text()).isEqualTo(amount("1234.56", Locale.ENGLISH));
        assertThat(cell("fr").text().replace('\u202f', ' ').replace('\u00a0', ' '))
            .isEqualTo(amount("1234.56", Locale.FRENCH).replace('\u202f', ' ').replace('\u00a0', ' '));
        assertThat(cell("en").attr("data-fieldvalue")).isEqualTo("some");
    }

    @Test
    void whatIsOnItsWayOrHasFailedIsNotPaidBack() {
        TestShop.change(request, ReturnStatus.ACCEPTED, false);
        ReturnTables.refunded(request, "10.00", "0", "FAILED");
        ReturnTables.refunded(request, "10.00", "0", "PENDING");

        assertThat(cell("en").text()).isEqualTo(NOTHING);
    }

    @Test
    void standsBetweenTheArticlesAndTheAgeAndCannotBeSortedBy() {
        Document page = page("en");

        assertThat(page.selectFirst("tr[data-rowid=" + request.getId() + "]").select("td").eachAttr("data-fieldname"))
            .containsSubsequence("articleCount", "refunded", "age");
        assertThat(titles("en")).containsSubsequence("Articles", "Refunded", "Age");
        assertThat(titles("fr")).containsSubsequence("Articles", "Remboursé", "Âge");
        assertThat(page.select("th input[value=refunded], th [data-name=refunded]")).isEmpty();
    }

    @Test
    void eachReturnHasItsOwn() {
        ReturnRequest other = TestShop.request(TestShop.newOrder(JOHN, Map.of(1L, 1)), 0, 1);
        ReturnTables.refunded(request, "7.00", "7.00", "DONE");
        ReturnTables.refunded(other, "8.50", "8.50", "DONE");

        Map<Long, Amount> paid = TestShop.get().adminContext().getBean(RefundViews.class)
            .paidBack(List.of(request.getId(), other.getId(), -7L));

        assertThat(paid).containsOnlyKeys(request.getId(), other.getId());
        assertThat(paid.get(other.getId()).value()).isEqualByComparingTo("8.50");
    }

    private static String amount(String value, Locale reader) {
        return new Amount(new BigDecimal(value), Currency.getInstance(ReturnTables.CURRENCY)).shownTo(reader);
    }

    private List<String> titles(String language) {
        return page(language).select(".list-grid-table th .listgrid-title").eachText();
    }

    private Element cell(String language) {
        return page(language).selectFirst("tr[data-rowid=" + request.getId() + "] td[data-fieldname=refunded]");
    }

    private Document page(String language) {
        return Jsoup.parse(admin.get("/returns?view=all&id=" + request.getId() + "&blLocaleCode=" + language).body());
    }
}
