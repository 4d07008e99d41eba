package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was asked for, or noted as received, is put right in the dialog, and panel, account and mail say what was. */
class CorrectionBrowserTests {

    /** Lines stand by their identifiers, which nodes give in blocks: one that was added need not be the last. */
    private static Locator ofLine(Locator panel, String article, String part) {
        return panel.locator("tr").filter(new Locator.FilterOptions().setHasText(article)).locator(part);
    }

    private static final long FERN = 1;
    private static final long POT = 5;

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aMerchantPutsAReturnRightAndAllSayTheSame(String language) {
        Words words = new Words(language);
        String email = language.equals("fr") ? "marie@example.com" : "john@example.com";
        String order = TestShop.newOrder(email, Map.of(FERN, 3, POT, 2));
        ReturnRequest request = TestShop.request(order, 0, 3);
        TestShop.change(request, ReturnStatus.RECEIVED, false);
        String number = request.getNumber();
        ReturnLine line = request.getLines().get(0);
        OrderedLine other = items(order).stream().filter(item -> !item.itemId().equals(line.getOrderItemId())).findFirst()
            .orElseThrow();
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        Locator panel = merchant.locator("#return-" + number);

        open(merchant, number, words);
        assertThat(merchant.locator("input[name='lines[" + line.getId() + "].quantity']")).hasValue("3");
        assertThat(merchant.locator("input[name='lines[" + line.getId() + "].received.1']")).hasValue("3");

        // One less was asked for than was typed in, of another reason; one was here, and is damaged.
        merchant.fill("input[name='lines[" + line.getId() + "].quantity']", "2");
        merchant.selectOption("select[name='lines[" + line.getId() + "].reason']", "DAMAGED");
        merchant.click("#rtn-update");
        assertThat(error(merchant, "lines[" + line.getId() + "].quantity"))
            .hasText(words.say("rtn.objection.correct.belowReceived", 3));
        assertThat(error(merchant, "note")).hasText(words.get("rtn.objection.correct.note"));
        merchant.fill("input[name='lines[" + line.getId() + "].received.1']", "1");
        merchant.selectOption("select[name='lines[" + line.getId() + "].received.1.condition']", "DAMAGED");
        merchant.fill("input[name='added[" + other.itemId() + "].quantity']", "9");
        merchant.fill("#rtn-note", "The customer called");
        merchant.click("#rtn-update");
        assertThat(error(merchant, "added[" + other.itemId() + "].quantity")).hasText(words.say("rtn.objection.quantity.tooMany", 2));
        merchant.fill("input[name='added[" + other.itemId() + "].quantity']", "1");
        merchant.selectOption("select[name='added[" + other.itemId() + "].reason']", "OTHER");
        merchant.fill("#rtn-message", "We had mistyped it.");
        merchant.click("#rtn-update");

        String requested = words.say("rtn.correction.requested", 2, 3);
        String received = words.say("rtn.correction.received", 1, 3);
        Locator preview = merchant.locator(".rtn-preview-goods");
        // Both, and the email.
        assertThat(preview.locator("li")).hasCount(3);
        assertThat(preview).containsText(requested);
        assertThat(preview).containsText(received);
        Locator mail = merchant.frameLocator("#rtn-preview-body").locator("body");
        assertThat(mail).containsText(requested);
        assertThat(mail).containsText(received);
        assertThat(mail).containsText("We had mistyped it.");
        assertThat(mail).containsText(words.say("rtn.mail.line.received", line.getArticleName(), 1, 2));
        assertThat(mail).not().containsText("The customer called");
        assertThat(panel.locator(".rtn-requested")).hasText("3");
        merchant.click("#rtn-apply-and-send");

        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.correct.done.mail"));
        assertThat(panel.locator(".rtn-head .rtn-tag")).hasText(words.get("rtn.status.RECEIVED"));
        assertThat(panel.locator(".rtn-requested")).hasCount(2);
        assertThat(ofLine(panel, line.getArticleName(), ".rtn-requested")).hasText("2");
        assertThat(ofLine(panel, line.getArticleName(), ".rtn-received")).hasText("1");
        assertThat(ofLine(panel, other.name(), ".rtn-requested")).hasText("1");
        assertThat(ofLine(panel, other.name(), ".rtn-received")).hasText("0");
        Locator entry = panel.locator(".rtn-journal-entry[data-kind=CORRECTED]");
        assertThat(entry).containsText(words.get("rtn.journal.CORRECTED"));
        assertThat(entry.locator(".rtn-journal-goods")).containsText(requested);
        assertThat(entry.locator(".rtn-journal-note")).containsText("The customer called");
        assertThat(entry.locator(".rtn-journal-mail")).isVisible();

        // The shopper reads what has changed, and nothing of conditions and notes.
        Page shopper = browser.shopper(email, language);
        shopper.navigate(TestShop.get().siteUrl() + "/account/returns/" + number);
        assertThat(shopper.locator("main .rtn-item")).hasCount(2);
        assertThat(shopper.locator("main .rtn-history")).containsText(words.get("rtn.journal.CORRECTED"));
        assertThat(shopper.locator("main .rtn-history")).containsText(requested);
        assertThat(shopper.locator("main .rtn-history")).containsText("We had mistyped it.");
        assertThat(shopper.locator("main")).not().containsText("The customer called");
        assertThat(shopper.locator("main .rtn-history")).not().containsText("1 × ");
        Assertions.assertThat(mails(request)).singleElement().satisfies(text ->
            Assertions.assertThat(text.replaceAll("[\\s\u00a0]+", " ")).contains(requested.replace('\u00a0', ' ')));

        // What was taken out is told of for ever.
        open(merchant, number, words);
        Locator added = merchant.locator(".rtn-correct-line").filter(new Locator.FilterOptions().setHasText(other.name()));
        added.locator(".rtn-take-out").click();
        assertThat(added.locator(".rtn-correct-taken-out")).isVisible();
        merchant.fill("#rtn-note", "They keep it");
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");
        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.correct.done"));
        assertThat(panel.locator(".rtn-requested")).hasText(new String[] {"2"});
        String takenOut = words.say("rtn.correction.takenOut", other.name());
        assertThat(panel.locator(".rtn-journal-goods").first()).containsText(takenOut);
        shopper.reload();
        assertThat(shopper.locator("main .rtn-item")).hasCount(1);
        assertThat(shopper.locator("main .rtn-history")).containsText(takenOut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void takingTheLastArticleOutCallsTheReturnOffAndSaysSoBefore(String language) {
        Words words = new Words(language);
        String email = language.equals("fr") ? "marie@example.com" : "john@example.com";
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1);
        Page merchant = browser.merchant("csr", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        open(merchant, request.getNumber(), words);
        merchant.click(".rtn-take-out");
        merchant.fill("#rtn-note", "A call");
        merchant.click("#rtn-update");

        assertThat(merchant.locator("#rtn-preview .rtn-notice")).hasText(words.get("rtn.admin.correct.cancels"));
        assertThat(merchant.locator("#rtn-preview-subject")).containsText(request.getNumber());
        merchant.click("#rtn-apply");
        Locator panel = merchant.locator("#return-" + request.getNumber());
        assertThat(panel.locator(".rtn-head .rtn-tag")).hasText(words.get("rtn.status.CANCELLED"));
        assertThat(panel.locator(".rtn-correct")).hasCount(0);
        assertThat(panel.locator(".rtn-requested")).hasText("1");
    }

    /** What was entered beside it stays, whatever else is wrong. */
    @Test
    void nobodyLosesWhatTheyTypedNorOverwritesWhatOthersDid() {
        Words words = new Words("en");
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 2)), 0, 2);
        String quantity = "input[name='lines[" + request.getLines().get(0).getId() + "].quantity']";
        Page merchant = browser.merchant("csr", "en");
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        open(merchant, request.getNumber(), words);
        merchant.fill("#rtn-message", "Sorry");
        for (String wrong : List.of("-1", "two", "")) {
            merchant.fill(quantity, wrong);
            merchant.fill("#rtn-note", "A call");
            merchant.click("#rtn-update");
            assertThat(merchant.locator(".rtn-error")).hasText(words.get("rtn.objection.correct.quantity"));
            assertThat(merchant.locator(quantity)).isFocused();
        }
        merchant.fill(quantity, "1");
        TestShop.change(request, ReturnStatus.RECEIVED, false);
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-alert")).containsText(words.get("rtn.admin.status.stale"));
        assertThat(merchant.locator("#rtn-message")).hasValue("Sorry");
        merchant.click("#rtn-close");
        assertThat(merchant.locator("#rtn-discard-question")).isVisible();
        merchant.click("#rtn-discard-no");
        merchant.click("#rtn-reload");
        assertThat(merchant.locator("#return-" + request.getNumber() + " .rtn-requested")).hasText("2");
    }

    /** On a telephone nothing of the dialog lies beside the screen. */
    @Test
    void aTelephoneShowsTheDialogWhole() {
        String order = TestShop.newOrder("marie@example.com", Map.of(FERN, 2, POT, 1));
        ReturnRequest request = TestShop.request(order, 0, 2);
        TestShop.change(request, ReturnStatus.RECEIVED, false);
        Page merchant = browser.merchant("admin", "fr");
        merchant.setViewportSize(390, 800);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        open(merchant, request.getNumber(), new Words("fr"));

        // Once it has come to rest: it slides in on one of the lines.
        merchant.waitForFunction("() => [...document.querySelectorAll('.rtn-modal input, .rtn-modal select,"
            + " .rtn-modal textarea, .rtn-modal button, .rtn-modal p')].every(part => part.offsetWidth === 0"
            + " || part.getBoundingClientRect().right <= innerWidth + 1)");
    }

    private static Locator error(Page merchant, String field) {
        return merchant.locator(".rtn-field:has([name='" + field + "']) .rtn-error");
    }

    private static List<OrderedLine> items(String order) {
        return TestShop.inTransaction(() -> TestShop.bean(ShopOrders.class)
            .linesOf(TestShop.bean(ShopOrders.class).findByNumber(order).orElseThrow()));
    }

    private static List<String> mails(ReturnRequest request) {
        return ReturnTables.database().queryForList("select B.TEXT_BODY from RTN_MAIL_BODY B join RTN_JOURNAL_ENTRY J"
            + " on J.MAIL_ID = B.MAIL_ID where J.REQUEST_ID = ? and J.KIND = 'CORRECTED'", String.class, request.getId());
    }

    /** Nobody is so fast as to click before the page's scripts are there. */
    private static void open(Page merchant, String number, Words words) {
        merchant.waitForLoadState();
        Locator button = merchant.locator("#return-" + number + " .rtn-correct");
        assertThat(button).hasText(words.get("rtn.admin.correct.open"));
        button.evaluate("button => button.click()");
        assertThat(merchant.locator("#rtn-correct-form")).isVisible();
    }
}
