package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Withdrawing from a contract in a browser: on a telephone, without a script, without a session, in both languages. */
class WithdrawalBrowserTests {

    private static final int SMALLEST = 320;

    private final String unique = "zb" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = unique + "@example.com";

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @CsvSource({
        "en, Withdraw from contract here, Confirm your withdrawal, Confirm withdrawal, We have received your withdrawal",
        "fr, Renoncer au contrat ici, Confirmez votre rétractation, Confirmer la rétractation, Nous avons reçu votre rétractation"})
    void aGuestWithdrawsOnASmallTelephoneFromTheFooterOfAnyPage(String language, String label, String review, String confirm,
            String receipt) {
        Page page = browser.visitor(SMALLEST);
        page.navigate(TestShop.get().siteUrl() + "/?blLocaleCode=" + language);
        page.locator("footer a.rtn-withdrawal-link").click();
        assertThat(page.locator("main h1")).hasText(label);
        assertThat(page.locator(".rtn-steps [aria-current=step]")).hasCount(1);
        assertNoSidewaysScrolling(page);

        page.fill("#rtn-order", "PL-1003 " + "x".repeat(80));
        page.fill("#rtn-email", email);
        page.click("#rtn-continue");
        assertThat(page.locator("#rtn-name")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".rtn-error-summary")).isFocused();
        assertThat(page.locator("#rtn-email")).hasValue(email);
        assertNoSidewaysScrolling(page);
        page.fill("#rtn-name", "Marie Lefèvre");
        page.click("#rtn-continue");

        assertThat(page.locator("main h1")).hasText(review);
        assertThat(page.locator("#rtn-confirm")).hasText(confirm);
        assertThat(page.locator("main form button[type=submit]:visible")).hasCount(2);
        assertNoSidewaysScrolling(page);
        page.click("#rtn-change");
        assertThat(page.locator("#rtn-name")).hasValue("Marie Lefèvre");
        page.fill("#rtn-articles", "Deux pots\nseulement");
        page.click("#rtn-continue");
        assertThat(page.locator(".rtn-statement")).containsText("Deux pots");
        page.dblclick("#rtn-confirm");

        assertThat(page.locator("main h1")).hasText(receipt);
        assertThat(page.locator(".rtn-statement")).containsText(email);
        String number = page.locator("#rtn-withdrawal-number").textContent();
        page.reload();
        assertNoSidewaysScrolling(page);
        assertThat(page.locator("#rtn-withdrawal-number")).hasText(number);
        assertThat(ReturnTables.database().queryForObject("select count(*) from RTN_WITHDRAWAL where EMAIL = ?", Integer.class, email))
            .isOne();
    }

    @Test
    void theReceiptCanBePrinted() {
        Page page = browser.visitor(400);
        page.navigate(TestShop.get().siteUrl() + "/withdrawal");
        page.fill("#rtn-name", "Zoe");
        page.fill("#rtn-order", unique);
        page.fill("#rtn-email", email);
        page.click("#rtn-continue");
        page.click("#rtn-confirm");
        page.locator("#rtn-print").waitFor();
        page.evaluate("window.print = () => { window.name = 'printed' }");
        page.click("#rtn-print");
        assertThat(page.evaluate("window.name")).isEqualTo("printed");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#rtn-withdrawal-number")).isVisible();
        assertThat(page.locator("#rtn-print")).isHidden();
    }

    @Test
    void aReceiptSaysWhatItIsGoodForWhereNobodyCanWriteToOnTheSmallestTelephone() {
        Page page = browser.visitor(SMALLEST, false);
        page.navigate(TestShop.get().siteUrl() + "/withdrawal?blLocaleCode=fr");
        page.fill("#rtn-name", "Zoé");
        page.fill("#rtn-order", unique);
        page.fill("#rtn-email", "x".repeat(200));
        page.click("#rtn-continue");
        page.click("#rtn-confirm");

        assertThat(page.locator(".rtn-unwritable")).containsText("Imprimez ou enregistrez cet accusé\u00a0: ");
        assertNoSidewaysScrolling(page);
    }

    @Test
    void everythingWorksWithoutAScript() {
        Page page = browser.visitor(SMALLEST, false);
        page.navigate(TestShop.get().siteUrl() + "/?blLocaleCode=fr");
        page.locator("footer a.rtn-withdrawal-link").click();
        page.fill("#rtn-name", "Zoé");
        page.fill("#rtn-order", unique);
        page.fill("#rtn-email", email);
        page.click("#rtn-continue");
        page.click("#rtn-confirm");

        assertThat(page.locator("main h1")).hasText("Nous avons reçu votre rétractation");
        assertThat(page.locator("#rtn-print")).isHidden();
        assertThat(page.locator(".rtn-print-how")).isVisible();
    }

    @Test
    void thePagesWorkAfterTheSessionHasEndedAndFromThePageBefore() {
        Page page = browser.visitor(400);
        page.navigate(TestShop.get().siteUrl() + "/withdrawal");
        page.context().clearCookies();
        page.fill("#rtn-name", "Zoe");
        page.fill("#rtn-order", unique);
        page.fill("#rtn-email", email);
        page.click("#rtn-continue");
        page.context().clearCookies();
        page.click("#rtn-confirm");

        assertThat(page.locator("main h1")).hasText("We have received your withdrawal");
    }

    @Test
    void theKeyboardIsEnough() {
        Page page = browser.visitor(1200);
        page.navigate(TestShop.get().siteUrl() + "/withdrawal");
        page.focus("#rtn-name");
        page.keyboard().type("Zoe");
        page.keyboard().press("Tab");
        page.keyboard().type(unique);
        page.keyboard().press("Tab");
        page.keyboard().type(email);
        page.keyboard().press("Enter");
        assertThat(page.locator("main h1")).hasText("Confirm your withdrawal");
        page.focus("#rtn-change");
        page.keyboard().press("Tab");
        assertThat(page.locator("#rtn-confirm")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main h1")).hasText("We have received your withdrawal");
    }

    @Test
    void whoeverIsLoggedInPicksOnATelephone() {
        String order = TestShop.newOrder("john@example.com", Map.of(1L, 3, 5L, 1));
        Page page = browser.shopper("john@example.com", "en");
        page.setViewportSize(SMALLEST, 800);
        page.navigate(TestShop.get().siteUrl() + "/account/orders/" + order);
        page.locator("main a.rtn-withdrawal-link").click();
        assertThat(page.locator(".rtn-order-choice[aria-current]")).containsText(order);
        assertNoSidewaysScrolling(page);

        page.locator("input[name^=take]").last().uncheck();
        page.locator("input[name^=quantity]").first().fill("1");
        page.click("#rtn-continue");
        assertThat(page.locator(".rtn-withdrawn")).hasCount(1);
        assertThat(page.locator(".rtn-statement")).containsText("John Miller");
        page.click("#rtn-change");
        assertThat(page.locator("input[name^=take]").last()).not().isChecked();
        assertThat(page.locator("input[name^=quantity]").first()).hasValue("1");
        assertNoSidewaysScrolling(page);
        page.click("#rtn-continue");
        assertThat(page.locator(".rtn-withdrawn")).hasCount(1);
        page.click("#rtn-confirm");
        assertThat(page.locator("main h1")).hasText("We have received your withdrawal");
        assertNoSidewaysScrolling(page);

        page.navigate(TestShop.get().siteUrl() + "/withdrawal");
        page.locator(".rtn-order-choice").last().click();
        assertThat(page.locator("#rtn-order")).isEditable();
    }

    @ParameterizedTest
    @CsvSource({"en, 1400", "fr, 390"})
    void aMerchantDealsWithAStatement(String language, int width) {
        Page shopper = browser.visitor(1200);
        shopper.navigate(TestShop.get().siteUrl() + "/withdrawal");
        shopper.fill("#rtn-name", "Zoe");
        shopper.fill("#rtn-order", unique);
        shopper.fill("#rtn-email", email);
        shopper.click("#rtn-continue");
        shopper.click("#rtn-confirm");
        String number = shopper.locator("#rtn-withdrawal-number").textContent();
        String order = TestShop.newOrder("marie@example.com", Map.of(1L, 2));
        Page page = browser.merchant("admin", language);
        page.setViewportSize(width, 900);

        page.navigate(TestShop.get().adminUrl() + "/returns");
        page.locator(".rtn-view-beside a").click();
        page.locator("tr[data-number=" + number + "] a.rtn-withdrawal-number").click();
        // The scripts of the page hold what is pressed, and stand at its end.
        page.waitForURL("**/return-withdrawals/" + number + "*");
        page.fill("#rtn-link-order", order);
        // The page moves while it is laid out.
        page.locator("#rtn-link").hover();
        page.mouse().down();
        page.evaluate("() => { document.querySelector('.rtn-settings').style.paddingTop = '200px'; }");
        page.mouse().up();
        assertThat(page.locator(".rtn-match")).containsText(order);
        assertThat(page.locator("tr[data-item]")).hasCount(1);
        // What is pressed twice is meant once, from the moment on when the scripts are there.
        page.waitForLoadState();
        page.evaluate("() => document.querySelector('#rtn-done').form.addEventListener('submit', sent => sent.preventDefault())");
        page.click("#rtn-done");
        assertThat(page.locator("#rtn-done")).isDisabled();
        page.reload();
        page.click("#rtn-done");
        assertThat(page.locator(".rtn-handled")).containsText("Alex Admin");
        assertNoSidewaysScrolling(page);
        page.navigate(TestShop.get().adminUrl() + "/return-withdrawals/enter");
        assertThat(page.locator("#rtn-save-withdrawal")).isVisible();
        assertNoSidewaysScrolling(page);
    }

    @ParameterizedTest
    @CsvSource({"en, 1400", "fr, 390"})
    void aMerchantTakesARunningReturnAndMakesOneOfTheRest(String language, int width) {
        TestShop.newCustomer(email, "Zoe", "Miller");
        String order = TestShop.newOrder(email, Map.of(1L, 3));
        String running = TestShop.request(order, 0, 1).getNumber();
        Page shopper = browser.visitor(1200);
        shopper.navigate(TestShop.get().siteUrl() + "/withdrawal");
        shopper.fill("#rtn-name", "Zoe");
        shopper.fill("#rtn-order", order);
        shopper.fill("#rtn-email", email);
        shopper.click("#rtn-continue");
        shopper.click("#rtn-confirm");
        String number = shopper.locator("#rtn-withdrawal-number").textContent();
        await().until(() -> ReturnTables.database().queryForObject("select count(*) from RTN_WITHDRAWAL where WITHDRAWAL_NUMBER = ?"
            + " and ORDER_ID is not null", Integer.class, number) == 1);
        Page page = browser.merchant("admin", language);
        page.setViewportSize(width, 900);

        page.navigate(TestShop.get().adminUrl() + "/return-withdrawals/" + number);
        assertNoSidewaysScrolling(page);
        page.locator("li[data-return=" + running + "] .rtn-take").click();
        assertThat(page.locator("#return-" + running + " .rtn-followed")).containsText(number);

        page.locator("#return-" + running + " .rtn-followed a").click();
        page.click("#rtn-make");
        assertThat(page.locator("input.rtn-units")).hasValue("2");
        assertNoSidewaysScrolling(page);
        page.fill("input.rtn-units", "9");
        page.click("#rtn-make-return");
        assertThat(page.locator("input.rtn-units")).hasAttribute("aria-invalid", "true");
        assertNoSidewaysScrolling(page);
        page.fill("input.rtn-units", "2");
        page.click("#rtn-make-return");
        assertThat(page.locator(".rtn-followed")).hasCount(2);
        assertThat(page.locator(".rtn-confirmation")).containsText(number);
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).as(page.url())
            .isEqualTo(true);
    }
}
