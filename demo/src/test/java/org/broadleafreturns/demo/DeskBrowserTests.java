package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list of returns as a merchant clicks through it. */
class DeskBrowserTests {

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    @RegisterExtension
    final Browser browser = new Browser();

    private final String unique = Unique.word();

    @ParameterizedTest
    @CsvSource({"en,Return requested,To do", "fr,Retour demandé,À faire"})
    void aCustomerIsFoundByTheNameAndTheReturnIsOpenedAndLeftForTheListAsItWas(String language, String status, String view) {
        ReturnRequest request = named("Zoé", "d’Ésk");
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns");
        assertThat(merchant.locator(".rtn-views a[aria-current] .rtn-view-title")).hasText(view);

        merchant.fill("#rtn-search", "zoe DESK" + unique);
        merchant.press("#rtn-search", "Enter");
        assertThat(row(merchant, request)).isVisible();
        assertThat(rows(merchant)).hasCount(1);
        assertThat(row(merchant, request).locator("td[data-fieldname=status] .rtn-tag-REQUESTED")).hasText(status);
        assertThat(merchant.locator(".rtn-views a[aria-current]")).hasAttribute("data-view", "all");

        row(merchant, request).locator("td[data-fieldname=number] a").click();
        merchant.waitForURL(Pattern.compile(".*/order/.*#return-.*"));
        merchant.locator(".rtn-way-back").click();
        assertThat(rows(merchant)).hasCount(1);
        assertThat(merchant.locator("#rtn-search")).hasValue("zoe DESK" + unique);
        merchant.locator(".rtn-clear").click();
        assertThat(merchant.locator(".rtn-views a[aria-current] .rtn-view-title")).hasText(view);
    }

    @ParameterizedTest
    @CsvSource({"en", "fr"})
    void noColumnIsCutAt1400(String language) {
        ReturnRequest late = named("Alexandra", "Width");
        ReturnRequest accepted = named("Montgomery", "Width");
        JdbcTemplate database = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
        Timestamp longAgo = Timestamp.from(Instant.now().minus(41, ChronoUnit.DAYS));
        database.update("UPDATE RTN_REQUEST SET SUBMITTED_AT = ?, ATTENTION_AT = ?, ORDER_NUMBER = '20261128225530123' WHERE REQUEST_ID = ?",
            longAgo, longAgo, late.getId());
        database.update("UPDATE RTN_REQUEST SET STATUS = 'PARTIALLY_ACCEPTED', ATTENTION_AT = NULL, RETURN_NUMBER = ? WHERE REQUEST_ID = ?",
            wideNumber(), accepted.getId());
        ReturnTables.refunded(accepted, "1234.56", "1234.56", "DONE");
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=all&q=width" + unique);
        assertThat(rows(merchant)).hasCount(2);
        assertThat(row(merchant, accepted).locator("td[data-fieldname=refunded]")).containsText("234");
        assertThat(row(merchant, late)).hasClass(Pattern.compile(".*rtn-row-late.*"));

        assertThat((List<?>) merchant.evaluate("() => [...document.querySelectorAll("
            + "'.rtn-list th .listgrid-title, .rtn-list th .listgrid-title span, .rtn-list tbody td')]"
            + ".filter(e => e.offsetWidth > 0 && e.scrollWidth > e.clientWidth).map(e => e.textContent.trim())")).isEmpty();
        assertThat((List<?>) merchant.evaluate("() => { const cells = document.querySelector('.rtn-list tr[data-rowid]').cells;"
            + " return [...document.querySelectorAll('#listGrid-main-header th')].map((name, i) =>"
            + " name.getBoundingClientRect().left - cells[i].getBoundingClientRect().left).filter(left => Math.abs(left) > 2); }"))
            .as("names that do not stand above their columns").isEmpty();
    }

    @Test
    void aScannerOpensAReturn() {
        ReturnRequest request = named("Scan", "Ner");
        Page merchant = browser.merchant("admin", "en");
        merchant.navigate(TestShop.get().adminUrl() + "/returns");

        merchant.fill("#rtn-search", request.getNumber());
        merchant.press("#rtn-search", "Enter");

        merchant.waitForURL("**/order/" + request.getOrder().getId() + "#return-" + request.getNumber());
    }

    @Test
    void fromAHandledReturnAButtonLeadsToTheNextOfTheView() {
        ReturnRequest first = named("Anna", "Stepwise");
        ReturnRequest second = named("Bert", "Stepwise");
        Page merchant = browser.merchant("admin", "en");
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=todo&q=stepwise" + unique);
        row(merchant, first).locator("td[data-fieldname=number] a").click();
        merchant.waitForURL("**/order/" + first.getOrder().getId() + "*");

        TestShop.change(first, ReturnStatus.REFUSED, false);
        merchant.reload();
        merchant.locator(".rtn-way-next").click();

        merchant.waitForURL("**/order/" + second.getOrder().getId() + "#return-" + second.getNumber());
    }

    @ParameterizedTest
    @CsvSource({"en", "fr"})
    void whereOneStandsIsSaidAsTheListWasWhenOneCameFromIt(String language) {
        Words words = new Words(language);
        List<ReturnRequest> requests = List.of(named("Ann", "Place"), named("Ben", "Place"), named("Cat", "Place"));
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=todo&q=place" + unique);
        row(merchant, requests.get(1)).locator("td[data-fieldname=number] a").click();
        Locator place = merchant.locator(".rtn-way-place");
        assertThat(place).hasText(words.say("rtn.admin.desk.place", "2", "3"));

        // What was handled stands where it stood, and so does what follows it.
        TestShop.change(requests.get(1), ReturnStatus.REFUSED, false);
        merchant.reload();
        assertThat(place).hasText(words.say("rtn.admin.desk.place", "2", "3"));
        merchant.locator(".rtn-way-next").click();
        merchant.waitForURL("**#return-" + requests.get(2).getNumber());
        assertThat(place).hasText(words.say("rtn.admin.desk.place", "3", "3"));
        merchant.reload();
        assertThat(place).hasText(words.say("rtn.admin.desk.place", "3", "3"));

        // The list begins again, with what is left of it.
        merchant.locator(".rtn-way-next").click();
        merchant.waitForURL("**#return-" + requests.get(0).getNumber());
        assertThat(place).hasText(words.say("rtn.admin.desk.place", "1", "2"));

        // Who comes another way stands nowhere.
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + named("Dan", "Place").getNumber());
        assertThat(merchant.locator(".rtn-way-back")).isVisible();
        assertThat(place).isHidden();
    }

    /** The platform's own sorting knows nothing of views and searches. */
    @Test
    void sortingAndPagingKeepTheViewAndTheSearchInTheAddressToo() {
        ReturnRequest one = named("Ada", "Sortable");
        ReturnRequest other = named("Bob", "Sortable");
        named("Cy", "Elsewhere");
        Page merchant = browser.merchant("admin", "en");
        merchant.navigate(TestShop.get().adminUrl() + "/returns?q=sortable" + unique);
        assertThat(rows(merchant)).hasCount(2);

        for (List<ReturnRequest> sorted : List.of(List.of(one, other), List.of(other, one))) {
            merchant.locator("th:has(input.sort-property[value=customerFirstName]) .sort-icon").first().click();
            merchant.waitForCondition(() -> numbers(merchant).equals(sorted.stream().map(ReturnRequest::getNumber).toList()));
            assertThat(merchant).hasURL(Pattern.compile(".*[?&]q=sortable" + unique + ".*"));
            assertThat(merchant).hasURL(Pattern.compile(".*[?&]view=all.*"));
            assertThat(merchant).hasURL(Pattern.compile(".*sortProperty=customerFirstName.*"));
            assertThat(row(merchant, one).locator("td[data-fieldname=status] .rtn-tag")).isVisible();
        }
        merchant.reload();
        assertThat(numbers(merchant)).containsExactly(other.getNumber(), one.getNumber());
        merchant.locator(".rtn-views a[data-view=done]").click();
        assertThat(rows(merchant)).hasCount(0);
        assertThat(merchant).hasURL(Pattern.compile(".*[?&]q=sortable" + unique + ".*"));
    }

    /** Of the widest signs that one meets, in some order. */
    private static String wideNumber() {
        List<String> signs = new ArrayList<>(List.of("M", "Q", "W", "X", "W", "M", "Q", "M"));
        Collections.shuffle(signs);
        return "R" + String.join("", signs.subList(0, 4)) + "-" + String.join("", signs.subList(4, 8));
    }

    private ReturnRequest named(String first, String last) {
        String email = "desk-browser" + CUSTOMERS.incrementAndGet() + "@example.com";
        TestShop.newCustomer(email, first, last + unique);
        return TestShop.request(TestShop.newOrder(email, Map.of(1L, 1)), 0, 1);
    }

    private static Locator rows(Page merchant) {
        return merchant.locator(".list-grid-table tr[data-rowid]");
    }

    private static Locator row(Page merchant, ReturnRequest request) {
        return merchant.locator(".list-grid-table tr[data-rowid='" + request.getId() + "']");
    }

    private static List<String> numbers(Page merchant) {
        return merchant.locator(".list-grid-table tr[data-rowid] td[data-fieldname=number]").allInnerTexts().stream().map(String::strip).toList();
    }
}
