package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking over an order that was placed without an account, in a browser: on a telephone, in both languages, with a script and without. */
class TakeOverBrowserTests {

    private static final int SMALLEST = 320;

    private final String email = "zk" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @CsvSource({
        "en, true, Add an order to your account, Enter the code, Return articles",
        "fr, false, Ajouter une commande à votre compte, Saisissez le code, Retourner des articles"})
    void aCustomerAddsTheOrderFindsItsReturnAndAsksForAnother(String language, boolean script, String title, String enter, String request) {
        String order = TestShop.bean(DemoOrders.class).submitAsGuest(email, "Camille", "Roux", Map.of(1L, 3));
        ReturnRequest before = TestShop.request(order, 0, 1);
        TestShop.bean(DemoOrders.class).customer(email, "Camille", "Roux", language);
        Page page = browser.shopper(email, language, script);
        page.setViewportSize(SMALLEST, 900);
        page.navigate(TestShop.get().siteUrl() + "/account/returns");
        assertThat(page.locator("main")).not().containsText(before.getNumber());
        assertNoSidewaysScrolling(page);
        page.click(".rtn-add-order a");
        assertThat(page.locator("main h1")).hasText(title);
        assertNoSidewaysScrolling(page);

        page.click("#rtn-add-ask");
        assertThat(page.locator("#rtn-order")).hasAttribute("aria-invalid", "true");
        assertNoSidewaysScrolling(page);
        page.fill("#rtn-order", order);
        page.click("#rtn-add-ask");
        assertThat(page.locator("main h1")).hasText(enter);
        assertNoSidewaysScrolling(page);
        await().until(() -> !Guest.codes(order).isEmpty());
        page.fill("#rtn-code", "0000 0000");
        page.click("#rtn-add-enter");
        assertThat(page.locator("#rtn-code-fault")).isVisible();
        page.fill("#rtn-code", Guest.codes(order).get(0));
        page.click("#rtn-add-enter");

        assertThat(page.locator("main h1")).containsText(order);
        assertThat(page.locator(".rtn-banner")).isVisible();
        assertThat(page.locator(".rtn-order-return")).hasCount(1);
        assertNoSidewaysScrolling(page);
        page.locator("main a.rtn-order-link").click();
        assertThat(page.locator("main h1")).hasText(request);
        if (script) {
            page.locator(".rtn-tick").first().check();
        }
        page.locator("input[name^=quantity]").first().fill("1");
        page.locator("select[name^=reason]").first().selectOption("OTHER");
        page.locator("input[name=refundType]").first().check();
        page.click("#rtn-submit");
        page.click("#rtn-send");
        assertThat(page.locator("main h1 .rtn-status-REQUESTED")).isVisible();
        page.navigate(TestShop.get().siteUrl() + "/account/returns");
        assertThat(page.locator("main")).containsText(before.getNumber());
        assertThat(page.locator(".rtn-cards article")).hasCount(2);
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).as(page.url())
            .isEqualTo(true);
    }
}
