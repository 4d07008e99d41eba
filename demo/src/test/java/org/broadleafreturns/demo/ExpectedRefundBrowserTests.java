package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts on a telephone and on a desk. */
class ExpectedRefundBrowserTests {

    private static final long FERN = 1;

    @RegisterExtension
    final Browser browser = new Browser();

    /** Seven ferns for 104.30 with ten percent off and a tax of twenty. */
    @ParameterizedTest
    @CsvSource({
        "360, en, john@example.com, '€112.64 paid', '€32.18'", "1280, en, john@example.com, '€112.64 paid', '€32.18'",
        "360, fr, marie@example.com, 'payé : 112,64 €', '32,18 €'", "1280, fr, marie@example.com, 'payé : 112,64 €', '32,18 €'"
    })
    void areThereOnTheWholeWay(int width, String language, String customer, String paid, String expected) {
        Page page = browser.shopper(customer, language);
        page.setViewportSize(width, 900);
        page.navigate(TestShop.get().siteUrl() + FormAddresses.form(TestShop.newOrder(customer, Map.of(FERN, 7))));
        assertThat(page.locator(".rtn-paid")).hasCount(1);
        assertThat(page.locator(".rtn-paid")).hasText(paid);
        assertNoSidewaysScrolling(page);

        RequestPage.pick(page, 0, 2, "DAMAGED");
        RequestPage.settle(page, "ORIGINAL_PAYMENT");
        assertThat(page.locator(".rtn-bar-expected strong")).hasText(expected);
        page.click("#rtn-submit");
        assertThat(page.locator(".rtn-expected strong")).hasText(expected);
        assertNoSidewaysScrolling(page);

        page.click("#rtn-send");
        page.waitForURL("**/account/returns/R*");
        assertThat(page.locator(".rtn-expected strong")).hasText(expected);
        assertNoSidewaysScrolling(page);
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isTrue();
    }
}
