package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.mail.internet.MimeMessage;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole path of a return in a real browser: shopper, merchant, shopper again. */
class ReturnPathBrowserTests {

    private static final long FERN = 1;
    private static final long POT = 5;
    private static final byte[] LABEL = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    /** Two pixels beside each other. */
    private static final byte[] PHOTO = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGNQaHD436AAAAhkAoBLTwO0AAAAAElFTkSuQmCC");

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void fromTheRequestToTheDecision(String language) throws Exception {
        Words words = new Words(language);
        String email = language.equals("fr") ? "marie@example.com" : "john@example.com";
        String order = TestShop.newOrder(email, Map.of(FERN, 3, POT, 2));

        // The shopper asks.
        Page shopper = browser.shopper(email, language);
        shopper.navigate(TestShop.get().siteUrl() + FormAddresses.form(order));
        RequestPage.pick(shopper, 0, 2, "DAMAGED");
        RequestPage.settle(shopper, "ORIGINAL_PAYMENT");
        shopper.fill("#rtn-comment", "<script>alert(1)</script> fell over");
        shopper.setInputFiles("#rtn-photo-chooser", new FilePayload("crack.png", "image/png", PHOTO));
        assertThat(shopper.locator("#rtn-photos [name=remove]")).hasCount(1);
        shopper.click("#rtn-submit");
        assertThat(shopper.locator("main")).containsText("<script>alert(1)</script> fell over");
        assertThat(shopper.locator("main .rtn-photo")).hasCount(1);
        shopper.click("#rtn-send");
        shopper.waitForURL("**/account/returns/R*");
        String number = shopper.url().replaceAll(".*/account/returns/([^/?#;]+).*", "$1");
        assertThat(shopper.locator("main .rtn-status").first()).hasText(words.get("rtn.status.REQUESTED"));
        mail(number, words.get("rtn.mail.requested.subject"));

        // The merchant finds the request in the list and sends the label with the mail.
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=all");
        merchant.click("td:has-text('" + number + "')");
        merchant.waitForURL("**/order/**");
        Locator panel = merchant.locator("#return-" + number);
        assertThat(panel).containsText("<script>alert(1)</script> fell over");
        assertThat(Browser.looksAt(panel.locator(".rtn-photo"))).hasJSProperty("naturalWidth", 2);
        assertThat(panel.locator(".rtn-photo-link")).hasAttribute("target", "_blank");
        assertThat(panel.locator(".rtn-photo-link")).hasAttribute("rel", "noopener");
        openDialog(merchant, number);
        assertThat(merchant.locator("#rtn-label")).isHidden();
        merchant.click("#rtn-send-label");
        assertThat(merchant.locator("#rtn-label")).isVisible();
        assertThat(merchant.locator("#rtn-status")).hasValue("LABEL_SENT");
        merchant.setInputFiles("#rtn-label", new FilePayload("étiquette n°1.pdf", "application/pdf", LABEL));
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-preview-recipient")).containsText(email);
        assertThat(merchant.locator("#rtn-preview-subject")).containsText(number);
        assertThat(merchant.locator("#rtn-preview-attachment")).containsText("étiquette n°1.pdf");
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("body")).containsText(number);
        assertThat(mailsAbout(number)).isEqualTo(1);
        merchant.click("#rtn-apply-and-send");
        assertThat(panel.locator(".rtn-tag").first()).hasText(words.get("rtn.status.LABEL_SENT"));
        assertThat(mail(number, words.get("rtn.mail.label_sent.subject")).getContentType()).startsWith("multipart/mixed");

        // The shopper downloads the same bytes.
        shopper.reload();
        assertThat(shopper.locator("main .rtn-status").first()).hasText(words.get("rtn.status.LABEL_SENT"));
        Download download = shopper.waitForDownload(() -> shopper.click(".rtn-label-download"));
        assertThat(download.suggestedFilename()).isEqualTo("étiquette n°1.pdf");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(LABEL);

        // The merchant receives the goods without a mail, then accepts a part.
        openDialog(merchant, number);
        merchant.selectOption("#rtn-status", "RECEIVED");
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");
        assertThat(panel.locator(".rtn-tag").first()).hasText(words.get("rtn.status.RECEIVED"));
        openDialog(merchant, number);
        merchant.selectOption("#rtn-status", "PARTIALLY_ACCEPTED");
        merchant.locator("input[name^='accepted']").first().fill("1");
        merchant.locator("#rtn-accepted .rtn-refusal-reason:visible").selectOption("USED");
        merchant.fill("#rtn-message", "One was <b>broken</b> & used");
        merchant.click("#rtn-update");
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("body")).containsText("One was <b>broken</b> & used");
        merchant.click("#rtn-apply-and-send");
        assertThat(panel.locator(".rtn-tag").first()).hasText(words.get("rtn.status.PARTIALLY_ACCEPTED"));
        mail(number, words.get("rtn.mail.partially_accepted.subject"));
        assertThat(mailsAbout(number)).isEqualTo(3);

        // The shopper reads the decision.
        shopper.reload();
        assertThat(shopper.locator("main .rtn-status").first()).hasText(words.get("rtn.status.PARTIALLY_ACCEPTED"));
        assertThat(shopper.locator("main")).containsText("One was <b>broken</b> & used");
        shopper.navigate(TestShop.get().siteUrl() + "/account/returns");
        assertThat(shopper.locator(".rtn-returns")).containsText(number);
    }

    @Test
    void theDialogKeepsWhatWasEnteredAndSaysWhatIsWrong() {
        Words words = new Words("fr");
        String order = TestShop.newOrder("john@example.com", Map.of(FERN, 2));
        String number = TestShop.request(order, 0, 2).getNumber();
        Page merchant = browser.merchant("admin", "fr");
        open(merchant, number);

        openDialog(merchant, number);
        merchant.click("#rtn-send-label");
        merchant.setInputFiles("#rtn-label", new FilePayload("label.pdf", "application/pdf", "<html>".getBytes()));
        merchant.fill("#rtn-message", "Bonjour");
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".modal.in, .modal:visible").last()).containsText(words.get("rtn.objection.label.wrongType"));
        assertThat(merchant.locator("#rtn-message")).hasValue("Bonjour");

        merchant.setInputFiles("#rtn-label", new FilePayload("label.pdf", "application/pdf", LABEL));
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-preview")).isVisible();
        merchant.click("#rtn-back");
        assertThat(merchant.locator("#rtn-message")).hasValue("Bonjour");
        assertThat((Integer) merchant.evalOnSelector("#rtn-label", "field => field.files.length")).isEqualTo(1);

        merchant.keyboard().press("Escape");
        merchant.click("#rtn-discard-yes");
        assertThat(merchant.locator("#rtn-status-form")).isHidden();
        assertThat(merchant.locator("#return-" + number + " .rtn-tag").first()).hasText(words.get("rtn.status.REQUESTED"));
        assertThat(mailsAbout(number)).isLessThanOrEqualTo(1);
    }

    @Test
    void theSecondMerchantIsToldThatTheReturnHasChanged() {
        String order = TestShop.newOrder("john@example.com", Map.of(FERN, 2));
        var request = TestShop.request(order, 0, 2);
        Page first = browser.merchant("admin", "en");
        open(first, request.getNumber());
        openDialog(first, request.getNumber());
        first.selectOption("#rtn-status", "ACCEPTED");
        first.click("#rtn-update");
        assertThat(first.locator("#rtn-preview")).isVisible();

        TestShop.change(request, org.broadleafreturns.core.request.ReturnStatus.RECEIVED, false);

        first.click("#rtn-apply-and-send");
        assertThat(first.locator(".rtn-stale")).isVisible();
        first.reload();
        assertThat(first.locator("#return-" + request.getNumber() + " .rtn-tag").first()).hasText("Products received");
    }

    @Test
    void theDialogWorksByKeyboardAndADoubleClickDoesItOnce() {
        String order = TestShop.newOrder("john@example.com", Map.of(FERN, 2));
        String number = TestShop.request(order, 0, 2).getNumber();
        Page merchant = browser.merchant("admin", "en");
        open(merchant, number);
        Locator opener = merchant.locator("#return-" + number + " .rtn-update-status");

        opener.focus();
        merchant.keyboard().press("Enter");
        assertThat(merchant.locator("#rtn-status-form")).isVisible();
        for (int i = 0; i < 15; i++) {
            merchant.keyboard().press("Tab");
            assertThat((Boolean) merchant.evaluate("() => document.activeElement.closest('.modal') !== null")).isTrue();
        }
        merchant.keyboard().press("Escape");
        assertThat(merchant.locator("#rtn-status-form")).isHidden();
        assertThat(opener).isFocused();

        openDialog(merchant, number);
        merchant.selectOption("#rtn-status", "ACCEPTED");
        merchant.click("#rtn-update");
        merchant.dblclick("#rtn-apply-and-send");
        assertThat(merchant.locator("#return-" + number + " .rtn-tag").first()).hasText("Accepted");
        mail(number, new Words("en").get("rtn.mail.accepted.subject"));
        assertThat(merchant.locator("#return-" + number + " .rtn-journal-entry")).hasCount(2);
        assertThat(mailsAbout(number)).isEqualTo(2);
    }

    @Test
    void aDecisionIsTakenBackOnlyWithThePermissionAndAReason() {
        var request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 2)), 0, 2);
        TestShop.change(request, org.broadleafreturns.core.request.ReturnStatus.REFUSED, false);
        String number = request.getNumber();
        Page service = browser.merchant("csr", "en");
        open(service, number);
        assertThat(service.locator("#return-" + number)).isVisible();
        assertThat(service.locator("#return-" + number + " .rtn-update-status")).hasCount(0);

        Page admin = browser.merchant("admin", "en");
        open(admin, number);
        openDialog(admin, number);
        assertThat(admin.locator("#rtn-status option")).hasText(new String[] {"Products received"});
        admin.click("#rtn-update");
        assertThat(admin.locator("#rtn-status-form .rtn-error")).hasText("Say why the decision is taken back.");
        assertThat(admin.locator("#rtn-note")).isFocused();
        admin.fill("#rtn-note", "Mixed up two parcels");
        admin.click("#rtn-update");
        assertThat(admin.frameLocator("#rtn-preview-body").locator("body")).not().containsText("Mixed up two parcels");
        admin.click("#rtn-apply");

        assertThat(admin.locator("#return-" + number + " .rtn-tag").first()).hasText("Products received");
        assertThat(admin.locator("#return-" + number)).containsText("Mixed up two parcels");
        Page shopper = browser.shopper("john@example.com", "en");
        shopper.navigate(TestShop.get().siteUrl() + "/account/returns/" + number);
        assertThat(shopper.locator("main .rtn-status").first()).hasText("Products received");
        assertThat(shopper.locator("main")).not().containsText("Mixed up two parcels");
    }

    @Test
    void aLabelThatIsTooLargeIsExplainedInTheDialog() {
        String order = TestShop.newOrder("john@example.com", Map.of(FERN, 2));
        String number = TestShop.request(order, 0, 2).getNumber();
        Page merchant = browser.merchant("csr", "en");
        open(merchant, number);
        openDialog(merchant, number);
        merchant.click("#rtn-send-label");
        byte[] tooLarge = Arrays.copyOf(LABEL, 11 * 1024 * 1024);

        merchant.setInputFiles("#rtn-label", new FilePayload("label.pdf", "application/pdf", tooLarge));
        merchant.click("#rtn-update");

        assertThat(merchant.locator("#rtn-status-form .rtn-error").first()).containsText("at most 10 MB");
        assertThat(merchant.locator("#rtn-preview")).isHidden();
    }

    @Test
    void whatChangesTheStatusIsInSightOnATelephone() {
        String number = TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 2)), 0, 2).getNumber();
        Page merchant = browser.merchant("admin", "fr");
        open(merchant, number);
        merchant.setViewportSize(400, 800);
        // The platform measures the dialog anew a moment after the window was changed, which must not be what puts it right.
        merchant.reload();
        merchant.waitForLoadState();
        merchant.evaluate("number => document.querySelector('#return-' + number + ' .rtn-update-status').click()", number);
        assertThat(merchant.locator("#rtn-status")).isVisible();
        assertThat(merchant.evaluate("() => getComputedStyle(document.querySelector('#rtn-status')).appearance")).isNotEqualTo("none");

        merchant.selectOption("#rtn-status", "RECEIVED");
        merchant.click("#rtn-update");

        assertThat(merchant.locator("#rtn-preview-recipient")).isVisible();
        // It slides in for a third of a second. Asked by the clock: a page that nothing is painted on has no frames to wait for.
        merchant.waitForFunction("() => document.querySelector('#rtn-apply-and-send').getBoundingClientRect().bottom <= innerHeight", null,
            new Page.WaitForFunctionOptions().setPollingInterval(100));
    }

    @Test
    void aFailedMailIsSeenInTheJournalAndSentAgain() {
        String number = TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 1)), 0, 1).getNumber();
        mail(number, new Words("en").get("rtn.mail.requested.subject"));
        JdbcTemplate database = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
        String noMailWaits = "select count(*) from RTN_SCHEDULED_TASK where TASK_NAME = 'rtn-mail'";
        await().until(() -> database.queryForObject(noMailWaits, Integer.class) == 0);
        database.update("update RTN_MAIL set STATE = 'FAILED', LAST_ERROR = 'the server said no', VERSION = VERSION + 1"
            + " where SUBJECT like ?", "%" + number + "%");
        Page merchant = browser.merchant("csr", "en");
        open(merchant, number);
        Locator journal = merchant.locator("#return-" + number + " .rtn-journal-mail");
        assertThat(journal).hasAttribute("data-mail-state", "FAILED");
        assertThat(journal).containsText("The email could not be sent.");
        assertThat(journal).not().containsText("the server said no");

        // A page that is loaded while another is asked for is aborted. By the keyboard: this one may still be moving to its return.
        merchant.waitForNavigation(() -> journal.locator(".rtn-send-again").press("Enter"));

        await().until(() -> mailsAbout(number) == 2);
        await().until(() -> {
            merchant.reload();
            return "SENT".equals(journal.getAttribute("data-mail-state"));
        });
    }

    private static void open(Page merchant, String number) {
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=all");
        merchant.click("td:has-text('" + number + "')");
        merchant.waitForURL("**/order/**");
    }

    /** Nobody is so fast as to click before the page's scripts are there. */
    private static void openDialog(Page merchant, String number) {
        merchant.waitForLoadState();
        merchant.click("#return-" + number + " .rtn-update-status");
        assertThat(merchant.locator("#rtn-status-form")).isVisible();
    }

    private static MimeMessage mail(String number, String subjectPattern) {
        String words = subjectPattern.replaceAll("^.*: ", "").replaceAll("^.*\u00a0: ", "");
        return await().until(() -> ReceivedMails.about(number).stream()
            .filter(mail -> ReceivedMails.subject(mail).endsWith(words)).findFirst().orElse(null), found -> found != null);
    }

    private static long mailsAbout(String number) {
        return ReceivedMails.about(number).size();
    }
}
