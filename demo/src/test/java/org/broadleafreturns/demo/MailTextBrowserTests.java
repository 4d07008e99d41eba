package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A merchant writes a mail in French, and the next customer reads it. */
class MailTextBrowserTests {

    @RegisterExtension
    final Browser browser = new Browser();

    /** Whatever became of the test: others expect the shipped text. */
    @AfterEach
    void leavesNoTextBehind() {
        ReturnTables.database().update("DELETE FROM RTN_MAIL_TEXT WHERE MAIL_NAME = 'REQUESTED' AND LANGUAGE_TAG = 'fr'");
    }

    @Test
    void writtenPreviewedSavedAndRead() throws Exception {
        Page merchant = browser.merchant("admin", "fr");
        merchant.navigate(TestShop.get().adminUrl() + "/return-mails");
        merchant.click("tr:has-text('Retour demandé') a:has-text('Votre retour')");
        assertThat(merchant.locator("h2.rtn-page-title")).containsText("Français");
        assertThat(merchant.locator("#rtn-reset-mail")).hasCount(0);

        // A mistake is shown beside the text, which stays.
        merchant.fill("#rtn-subject", "Bien reçu, {{firstName}} : {{number}}");
        merchant.fill("#rtn-body", "<p>Bonjour</p>\n{{#message}}<p>{{message}}</p>");
        merchant.click("#rtn-save-mail");
        assertThat(merchant.locator("#rtn-body-faults")).containsText("Ligne 2");
        assertThat(merchant.locator("#rtn-subject")).hasValue("Bien reçu, {{firstName}} : {{number}}");
        assertThat(merchant.locator("#rtn-body")).isFocused();

        merchant.fill("#rtn-body", "<p>Nous étudions votre demande <b>{{number}}</b>.</p>\n{{articles}}");
        assertThat(merchant.locator(".rtn-error, .rtn-invalid, [aria-invalid=true]")).hasCount(0);
        assertThat(merchant.locator("#rtn-body")).hasAttribute("aria-describedby", "rtn-body-help");
        merchant.click("#rtn-preview-mail");
        assertThat(merchant.locator("#rtn-mail-preview-subject")).containsText("Bien reçu, Marie : R7KM-2QXP");
        assertThat(merchant.frameLocator("#rtn-mail-preview-body").locator("body")).containsText("Nous étudions votre demande R7KM-2QXP.");
        assertThat(merchant.frameLocator("#rtn-mail-preview-body").locator("li").first()).containsText("Veste en jean");
        assertThat(merchant.locator("#rtn-body")).hasValue("<p>Nous étudions votre demande <b>{{number}}</b>.</p>\n{{articles}}");
        // By keyboard: the frame of the preview is a process of its own, and Chromium may still send it a click that comes at once
        // after the page was scrolled and the button is where the frame was.
        merchant.press("#rtn-save-mail", "Enter");
        assertThat(merchant.locator(".rtn-confirmation")).containsText("Enregistré");

        // The next French request is confirmed with it.
        String order = TestShop.newOrder("marie@example.com", Map.of(1L, 2));
        String number = TestShop.request(order, 0, 1).getNumber();
        MimeMessage mail = await().until(
            () -> ReceivedMails.about(number).stream().findFirst().orElse(null), found -> found != null);
        assertThat(mail.getSubject()).isEqualTo("Bien reçu, Marie : " + number);

        // Back to the default takes a second step.
        merchant.press("#rtn-reset-mail", "Enter");
        merchant.click("#rtn-reset-confirm");
        assertThat(merchant.locator(".rtn-confirmation")).containsText("rétabli");
        assertThat(merchant.locator("#rtn-body")).hasValue(Pattern.compile("Nous avons bien reçu votre demande de retour"));
    }
}
