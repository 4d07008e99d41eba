package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.core.request.ReturnRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a merchant reads of returns on a small screen, and of numbers as long as the platform's own are. */
class NarrowBackOfficeBrowserTests {

    private static final String LONG_NUMBER = "20261128103012345";

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void aTelephoneShowsTheReturnThatIsNamedWithNothingOverIt() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        Page merchant = telephone();
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());

        Locator button = merchant.locator("#return-" + request.getNumber() + " .rtn-update-status");
        merchant.waitForCondition(() -> !Browser.isCovered(button));
        merchant.waitForCondition(() -> !Browser.isCovered(merchant.locator("#return-" + request.getNumber() + " .rtn-number")));
        assertThat(cut(merchant, ".rtn-panel .rtn-lines td")).isEmpty();
    }

    @Test
    void aTelephoneShowsWhatIsAskedBeforeSomethingTypedIsThrownAway() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        Page merchant = telephone();
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        merchant.evaluate("() => document.querySelector('.rtn-update-status').click()");
        merchant.fill("#rtn-message", "Typed with one thumb");
        merchant.click("#rtn-close");

        assertThat(merchant.locator("#rtn-discard-no")).isFocused();
        for (String part : List.of("#rtn-discard-question", "#rtn-discard-yes", "#rtn-discard-no")) {
            merchant.waitForCondition(() -> !Browser.isCovered(merchant.locator(part)));
        }
        assertThat(cut(merchant, "#rtn-discard-question, .rtn-discard button")).isEmpty();
    }

    @Test
    void aTelephoneShowsTheListsWhole() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        rename(request);
        Page merchant = telephone();
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=all");
        assertThat(cellOf(merchant, request, "number")).isVisible();
        assertThat(cut(merchant, row(request) + " td[data-fieldname]")).isEmpty();

        merchant.navigate(TestShop.get().adminUrl() + "/return-mails");
        assertThat(cut(merchant, ".rtn-mail-texts td, .rtn-mail-texts a")).isEmpty();

        merchant.navigate(TestShop.get().adminUrl() + "/return-waiting");
        assertThat(cut(merchant, ".rtn-backlog td, .rtn-backlog li, .rtn-backlog a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 'Refunded €1,234.56'", "fr, 'Remboursé 1 234,56 €'"})
    void aTelephoneSaysWhatWasRefundedWhereSomethingWas(String language, String said) {
        ReturnRequest refunded = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        ReturnRequest other = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        ReturnTables.refunded(refunded, "1234.56", "1234.56", "DONE");
        Page merchant = telephone(language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=all");

        Locator cell = cellOf(merchant, refunded, "refunded");
        assertThat(cell).isVisible();
        assertThat(cellOf(merchant, other, "refunded")).isHidden();
        String shown = merchant.evaluate("cell => getComputedStyle(cell, '::before').content.replaceAll('\"', '') + cell.textContent.trim()",
            cell.elementHandle()).toString();
        assertThat(shown.replaceAll("[\\u00a0\\u202f]", " ")).isEqualTo(said);
        assertThat(cut(merchant, row(refunded) + " td[data-fieldname]")).isEmpty();
        // The platform counts the rows in sight by the height of their first cell.
        assertThat(merchant.evaluate("row => Math.round(row.offsetHeight - row.cells[0].offsetHeight)",
            merchant.locator(row(refunded)).elementHandle())).isEqualTo(2);
    }

    @Test
    void aLongOrderNumberIsWhole() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        rename(request);
        Page merchant = browser.merchant("admin", "fr");
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=all");
        assertThat(cellOf(merchant, request, "orderNumber")).hasText(LONG_NUMBER);
        assertThat(cut(merchant, row(request) + " td[data-fieldname]")).isEmpty();
    }

    private Page telephone() {
        return telephone("en");
    }

    private Page telephone(String language) {
        Page merchant = browser.merchant("admin", language);
        merchant.setViewportSize(390, 800);
        return merchant;
    }

    private static void rename(ReturnRequest request) {
        new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class))
            .update("update RTN_REQUEST set ORDER_NUMBER = ? where RETURN_NUMBER = ?", LONG_NUMBER, request.getNumber());
    }

    private static String row(ReturnRequest request) {
        return "tr[data-rowid='" + request.getId() + "']";
    }

    private static Locator cellOf(Page merchant, ReturnRequest request, String field) {
        return merchant.locator(row(request) + " td[data-fieldname='" + field + "']");
    }

    /** The texts of those of the parts in sight that reach beyond their part or beyond the screen. */
    @SuppressWarnings("unchecked")
    private static List<String> cut(Page page, String parts) {
        return (List<String>) page.evaluate("parts => [...document.querySelectorAll(parts)].filter(part => {"
            + " const range = document.createRange(); range.selectNodeContents(part);"
            + " const text = range.getBoundingClientRect(), box = part.getBoundingClientRect();"
            + " return box.width > 0 && (text.right > box.right + 1 || text.right > document.documentElement.clientWidth); })"
            + ".map(part => part.textContent.trim())", parts);
    }
}
