package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a shopper does with a telephone or a keyboard. */
class RequestFormBrowserTests {

    private static final long FERN = 1;
    private static final byte[] PHOTO = Base64.getDecoder().decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGNQaHD436AAAAhkAoBLTwO0AAAAAElFTkSuQmCC");

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void aRequestWithPhotosFitsATelephoneAndNothingIsLostOnTheWay() {
        Page page = telephone("marie@example.com", "fr");
        page.navigate(form(TestShop.newOrder("marie@example.com", Map.of(FERN, 2))));
        page.locator("input[name^='quantity']").fill("1");
        page.click("#rtn-add-photos");
        assertNoSidewaysScrolling(page);
        page.setInputFiles("#rtn-photo-files", new FilePayload("dégât.png", "image/png", PHOTO));
        page.click("#rtn-send-photos");
        assertThat(page.locator("img.rtn-photo")).hasAttribute("alt", "dégât.png");
        assertThat(page.locator("input[name^='quantity']")).hasValue("1");
        assertNoSidewaysScrolling(page);

        page.locator("select[name^='reason']").selectOption("DAMAGED");
        page.selectOption("#rtn-refund-type", "EXCHANGE");
        page.fill("#rtn-comment", "Une feuille est cassée");
        page.click("#rtn-add-photos");
        page.setInputFiles("#rtn-photo-files", new FilePayload("page.jpg", "image/jpeg", "<html>".getBytes()));
        page.click("#rtn-send-photos");
        assertThat(page.locator("#rtn-photo-errors .rtn-error")).hasText(
            "Le fichier «\u00a0page.jpg\u00a0» n’est pas une photo que nous acceptons. Choisissez un fichier JPEG, PNG ou WebP.");
        assertThat(page.locator("#rtn-photo-errors")).isFocused();
        assertThat(page.url()).doesNotContain("csrfToken");
        assertNoSidewaysScrolling(page);
        page.click("#rtn-back");
        assertThat(page.locator("#rtn-comment")).hasValue("Une feuille est cassée");
        assertThat(page.locator("img.rtn-photo")).hasCount(1);
        assertNoSidewaysScrolling(page);

        page.click("#rtn-submit");
        assertThat(page.locator("main h1")).hasText("Vérifiez votre demande");
        assertThat(page.locator("main")).containsText("Une feuille est cassée");
        page.waitForFunction("document.querySelector('img.rtn-photo').naturalWidth === 2");
        assertNoSidewaysScrolling(page);

        page.click("#rtn-back");
        assertThat(page.locator("#rtn-comment")).hasValue("Une feuille est cassée");
        page.click("#rtn-submit");
        page.dblclick("#rtn-send");
        page.waitForURL("**/account/returns/R*");
        assertThat(page.locator(".rtn-banner")).containsText("Votre demande de retour est envoyée");
        assertThat(page.locator("img.rtn-photo")).hasCount(1);
        assertNoSidewaysScrolling(page);
    }

    @Test
    void theEnterKeyLeadsToTheSummaryAndRemovesNoPhoto() {
        Page page = browser.shopper("john@example.com", "en");
        page.navigate(form(TestShop.newOrder("john@example.com", Map.of(FERN, 2))));
        page.click("#rtn-add-photos");
        page.setInputFiles("#rtn-photo-files", new FilePayload("a.png", "image/png", PHOTO));
        page.click("#rtn-send-photos");
        page.locator("select[name^='reason']").selectOption("OTHER");
        page.selectOption("#rtn-refund-type", "EXCHANGE");
        page.locator("input[name^='quantity']").fill("2");

        page.locator("input[name^='quantity']").press("Enter");

        assertThat(page.locator("main h1")).hasText("Check your request");
        assertThat(page.locator("img.rtn-photo")).hasCount(1);
    }

    @Test
    void aReturnIsCancelledInTwoSteps() {
        String number = TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 2)), 0, 2).getNumber();
        Page page = telephone("john@example.com", "en");
        page.navigate(TestShop.get().siteUrl() + "/account/returns/" + number);

        page.click("#rtn-cancel");
        assertThat(page.locator("main h1")).hasText("Cancel the return " + number + "?");
        assertNoSidewaysScrolling(page);
        page.click("#rtn-cancel-confirm");

        assertThat(page.locator(".rtn-banner")).containsText("Your return is cancelled.");
        assertThat(page.locator("main h1 .rtn-status")).hasText("Cancelled");
        assertThat(page.locator("#rtn-cancel")).hasCount(0);
    }

    @Test
    void whatAStatusMeansStandsBelowTheStepThatTheReturnWaitsFor() {
        String number = TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 2)), 0, 2).getNumber();
        Page page = telephone("john@example.com", "en");
        page.navigate(TestShop.get().siteUrl() + "/account/returns/" + number);
        assertThat(page.locator(".rtn-way [aria-current=step]")).containsText("Keep the articles");
        assertThat(page.locator("[role=tooltip]")).hasCount(0);
        assertNoSidewaysScrolling(page);

        page.navigate(TestShop.get().siteUrl() + "/account/returns");
        assertThat(page.locator("#rtn-card-" + number)).containsText("Keep the articles");
        assertNoSidewaysScrolling(page);
    }

    private Page telephone(String email, String language) {
        Page page = browser.shopper(email, language);
        page.setViewportSize(400, 800);
        return page;
    }

    private static String form(String order) {
        return TestShop.get().siteUrl() + FormAddresses.form(order);
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            .isTrue();
    }
}
