package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.request.ReturnRequest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A return's number is read and typed as a whole: no line ends at its hyphen. */
class ReturnNumberBrowserTests {

    /** How the texts that hold a number may be broken. */
    private static final String WHITE_SPACE = "number => { const found = [];"
        + " const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
        + " while (texts.nextNode()) { const parent = texts.currentNode.parentElement;"
        + "   if (texts.currentNode.data.includes(number) && !parent.closest('script, style, template'))"
        + "     { found.push(getComputedStyle(parent).whiteSpace); } }"
        + " return found; }";

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void isInOneLineOnEveryPageAndInMails(String language) {
        String email = language.equals("fr") ? "marie@example.com" : "john@example.com";
        String order = TestShop.newOrder(email, Map.of(1L, 2));
        ReturnRequest request = TestShop.request(order, 0, 2);
        String number = request.getNumber();

        Page shopper = browser.shopper(email, language);
        shopper.setViewportSize(320, 800);
        for (String address : List.of("", "/" + number, "/" + number + "/cancel")) {
            shopper.navigate(TestShop.get().siteUrl() + "/account/returns" + address);
            checkNumbers(shopper.mainFrame(), number);
        }

        Page merchant = browser.merchant("admin", language);
        merchant.setViewportSize(390, 800);
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=all");
        checkNumbers(merchant.mainFrame(), number);
        merchant.navigate(TestShop.get().adminUrl() + "/order/" + TestShop.orderId(order) + "#returns");
        checkNumbers(merchant.mainFrame(), number);
        merchant.click("#return-" + number + " .rtn-update-status");
        merchant.selectOption("#rtn-status", "RECEIVED");
        merchant.click("#rtn-update");
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("h1")).containsText(number);
        checkNumbers(merchant.querySelector("#rtn-preview-body").contentFrame(), number);
    }

    private static void checkNumbers(Frame page, String number) {
        assertThat((List<?>) page.evaluate(WHITE_SPACE, number)).isNotEmpty().allMatch("nowrap"::equals);
    }
}
