package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Returning without an account in a browser: on a telephone, in both languages, with a script and without. */
class GuestBrowserTests {

    private static final int SMALLEST = 320;
    private static final Pattern LINK = Pattern.compile("https?://\\S+?/returns/mail/[\\w-]+/[\\w-]+");

    private final String unique = "zn" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = unique + "@example.com";

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @CsvSource({
        "en, true, 'Your return, without an account', Enter the code, Return articles, Cancelled",
        "fr, false, 'Votre retour, sans compte', Saisissez le code, Retourner des articles, Annulé"})
    void aGuestReturnsSomethingOnASmallTelephone(String language, boolean script, String title, String enter, String request,
            String cancelled) {
        String order = TestShop.bean(DemoOrders.class).submitAsGuest(email, "Camille", "Roux", Map.of(1L, 2));
        Page page = browser.visitor(SMALLEST, script);
        page.navigate(TestShop.get().siteUrl() + "/?blLocaleCode=" + language);
        page.locator("footer a.rtn-entrance-link").click();
        assertThat(page.locator("main h1")).hasText(title);
        assertNoSidewaysScrolling(page);

        page.click("#rtn-guest-ask");
        assertThat(page.locator("#rtn-order")).hasAttribute("aria-invalid", "true");
        page.fill("#rtn-order", order.toLowerCase(Locale.ROOT));
        page.fill("#rtn-email", email);
        page.click("#rtn-guest-ask");
        assertThat(page.locator("main h1")).hasText(enter);
        assertNoSidewaysScrolling(page);
        await().until(() -> !Guest.codes(order).isEmpty());
        page.fill("#rtn-code", "0000 0000");
        page.click("#rtn-guest-enter");
        assertThat(page.locator("#rtn-code-fault")).isVisible();
        page.fill("#rtn-code", Guest.codes(order).get(0));
        page.click("#rtn-guest-enter");

        assertThat(page.locator("main h1")).containsText(order);
        assertNoSidewaysScrolling(page);
        page.locator("main a.rtn-order-link").click();
        assertThat(page.locator("main h1")).hasText(request);
        if (script) {
            page.locator(".rtn-tick").first().check();
        }
        page.locator("input[name^=quantity]").first().fill("1");
        page.locator("select[name^=reason]").first().selectOption("OTHER");
        if (!script) {
            page.click("#rtn-add-photos");
            page.setInputFiles("#rtn-photo-files", new FilePayload("a.png", "image/png", TestShop.PNG));
            page.click("#rtn-send-photos");
            assertThat(page.locator(".rtn-tile img")).hasCount(1);
        }
        page.locator("input[name=refundType]").first().check();
        page.click("#rtn-submit");
        assertThat(page.locator("#rtn-send")).isVisible();
        assertNoSidewaysScrolling(page);
        page.click("#rtn-send");
        assertThat(page.locator(".rtn-banner")).isVisible();
        assertThat(page.locator("main h1 .rtn-status-REQUESTED")).isVisible();
        assertNoSidewaysScrolling(page);

        page.click("#rtn-cancel");
        page.click("#rtn-cancel-confirm");
        assertThat(page.locator("main h1 .rtn-status-CANCELLED")).hasText(cancelled);
        page.locator(".rtn-up a").click();
        assertThat(page.locator(".rtn-order-return")).hasCount(1);
        page.click("#rtn-guest-leave");
        assertThat(page.locator("main h1")).hasText(title);
    }

    @Test
    void theLinkInAMailLeadsToTheReturnWithItsLabelInABrowserThatKnowsNothing() {
        String order = TestShop.bean(DemoOrders.class).submitAsGuest(email, 1, Map.of(1L, 2));
        ReturnRequest request = TestShop.request(order, 0, 1);
        TestShop.sendLabel(request);
        await().until(() -> !ReceivedMails.about(request.getNumber()).isEmpty());
        Matcher link = LINK.matcher(ReceivedMails.text(ReceivedMails.about(request.getNumber()).get(0)));
        assertThat(link.find()).isTrue();
        Page page = browser.visitor(SMALLEST);

        page.navigate(link.group());

        assertThat(page.url()).endsWith("/returns/" + request.getNumber());
        assertThat(page.locator("a.rtn-label-download")).isVisible();
        assertNoSidewaysScrolling(page);
        byte[] label = page.request().get(TestShop.get().siteUrl() + page.locator("a.rtn-label-download").getAttribute("href")).body();
        assertThat(new String(label, StandardCharsets.US_ASCII)).startsWith("%PDF");
        page.locator(".rtn-up a").click();
        assertThat(page.locator("#rtn-guest-form")).isVisible();
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).as(page.url())
            .isEqualTo(true);
    }
}
