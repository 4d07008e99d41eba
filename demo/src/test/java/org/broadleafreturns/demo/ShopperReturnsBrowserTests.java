package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shopper's returns on a telephone, on a wide screen and on paper, with nothing but the keyboard. */
class ShopperReturnsBrowserTests {

    private static final long FERN = 1;
    private static final long POT = 5;
    private static final List<Integer> WIDTHS = List.of(320, 1400);
    /** Links within sentences may be as small as these; ours stand alone. What is ticked is ticked by its words, too. */
    private static final String SMALL_TARGETS = "() => [...document.querySelectorAll('.rtn a, .rtn button:not([aria-hidden=true]),"
        + " .rtn summary, .rtn input:not([type=hidden])')].map(target => /checkbox|radio/.test(target.type) ? target.labels[0] : target)"
        + ".filter(target => target.offsetParent && target.getBoundingClientRect().height < 43.5).map(target => target.outerHTML)";

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void nothingScrollsSidewaysAndEveryTargetIsLargeEnough(String language) {
        String email = newCustomer();
        String order = TestShop.newOrder(email, Map.of(FERN, 3, POT, 2));
        TestShop.request(order, 0, 1);
        ReturnRequest sent = TestShop.request(order, 1, 1);
        TestShop.sendLabel(sent);
        TestShop.change(TestShop.request(order, 0, 1), ReturnStatus.CANCELLED, false);
        ReturnRequest accepted = TestShop.change(TestShop.change(TestShop.request(order, 0, 1), ReturnStatus.RECEIVED, false),
            ReturnStatus.ACCEPTED, false);
        Page page = browser.shopper(email, language);
        String returns = TestShop.get().siteUrl() + "/account/returns";
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            for (String address : List.of(returns, returns + "/" + sent.getNumber(), returns + "/" + accepted.getNumber(),
                    returns + "/" + sent.getNumber() + "/cancel", TestShop.get().siteUrl() + "/account/orders/" + order,
                    TestShop.get().siteUrl() + "/account/orders", returns + "/R0000-0000",
                    TestShop.get().siteUrl() + FormAddresses.form(order))) {
                page.navigate(address);
                assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(address + " at " + width).isEqualTo(0);
                assertThat((List<?>) page.evaluate(SMALL_TARGETS)).as(address + " at " + width).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void onPaperTheReturnStandsWithoutThePagesFrame(String language) {
        String email = newCustomer();
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1);
        TestShop.sendLabel(request);
        Page page = browser.shopper(email, language);
        for (String address : List.of("/account/returns", "/account/returns/" + request.getNumber())) {
            page.navigate(TestShop.get().siteUrl() + address);
            assertThat(page.locator(".shop-header")).isVisible();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".shop-header")).isHidden();
            assertThat(page.locator(".shop-account-menu")).isHidden();
            assertThat(page.locator(".shop-footer")).isHidden();
            assertThat(page.locator("main .rtn .rtn-status").first()).isVisible();
            assertThat(((Number) page.evaluate("() => document.querySelector('section.rtn').getBoundingClientRect().left")).intValue())
                .isLessThan(30);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
        page.navigate(TestShop.get().siteUrl() + "/account/orders/" + request.getOrderNumber());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        // The shop's own pages print as the shop has them printed.
        assertThat(page.locator(".shop-header")).isVisible();
    }

    @Test
    void onPaperACardSaysWhatToDoAndByWhen() {
        String email = newCustomer();
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1);
        TestShop.sendLabel(request);
        Page page = browser.shopper(email, "en");
        page.navigate(TestShop.get().siteUrl() + "/account/returns");
        Locator step = page.locator("#rtn-card-" + request.getNumber() + " .rtn-card-next");
        String what = step.locator("> a").innerText();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(step.innerText()).contains(what);
        assertThat(step.locator("> a")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void fromTheCardToTheSecondQuestionByKeyboardAlone(String language) {
        Words words = new Words(language);
        String email = newCustomer();
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1);
        TestShop.sendLabel(request);
        Page page = browser.shopper(email, language);
        page.setViewportSize(320, 800);
        page.navigate(TestShop.get().siteUrl() + "/account/returns");

        press(page, "#rtn-card-" + request.getNumber() + " .rtn-card-next > a");
        assertThat(page.locator("main h1")).containsText(request.getNumber());
        assertThat(page.locator("#rtn-sent-input")).isHidden();
        press(page, "#rtn-sent > summary");
        assertThat(page.locator("#rtn-sent-input")).isVisible();
        press(page, "#rtn-cancel");
        press(page, "#rtn-cancel-confirm");
        assertThat(page.locator(".rtn-cancel-again")).containsText(words.get("rtn.site.cancel.again"));
        assertThat(page.locator(".rtn-cancel-again")).isFocused();
        assertThat(page.locator("#rtn-cancel-confirm")).hasText(words.get("rtn.site.cancel.sure"));
        press(page, "#rtn-cancel-confirm");
        assertThat(page.locator("main h1 .rtn-status")).hasText(words.get("rtn.status.CANCELLED"));
        assertThat(page.locator("#rtn-next-title")).hasText(words.get("rtn.site.way.over"));
    }

    private static void press(Page page, String target) {
        page.locator(target).focus();
        page.keyboard().press("Enter");
    }

    private static String newCustomer() {
        String email = "paper-" + UUID.randomUUID() + "@example.com";
        TestShop.newCustomer(email, "Carla", "Leaf");
        return email;
    }
}
