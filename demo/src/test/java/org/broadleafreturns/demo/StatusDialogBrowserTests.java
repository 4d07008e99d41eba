package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the status dialog treats those who use it: nothing typed is lost, and whatever is wrong is said where it is. */
class StatusDialogBrowserTests {

    private static final long FERN = 1;
    private static final int MANY = 60;
    private static final int MOST_PARTS = 10;
    private static final FilePayload LABEL =
        new FilePayload("label.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

    @RegisterExtension
    final Browser browser = new Browser();

    /** Some servers take 50 parts to a form, some 10. */
    @Test
    void aReturnOfSixtyLinesIsDecidedWithoutAFormOfManyParts() {
        ReturnRequest request = requestOfManyLines();
        Page merchant = dialog("csr", "en", request);
        List<Request> sent = new ArrayList<>();
        merchant.onRequest(asked -> {
            if (asked.method().equals("POST") && asked.url().contains("/status/")) {
                sent.add(asked);
            }
        });
        merchant.evaluate("() => { const send = XMLHttpRequest.prototype.send; XMLHttpRequest.prototype.send = function (body) {"
            + " if (body instanceof FormData) { window.parts = [...body.keys()]; } return send.call(this, body); }; }");
        merchant.click("#rtn-send-label");
        merchant.setInputFiles("#rtn-label", LABEL);
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-preview-attachment")).containsText("label.pdf");
        assertThat((List<?>) merchant.evaluate("() => window.parts")).hasSizeBetween(1, MOST_PARTS);
        merchant.click("#rtn-back");

        merchant.selectOption("#rtn-status", "PARTIALLY_ACCEPTED");
        assertThat(merchant.locator("#rtn-accepted input[name^='accepted[']")).hasCount(MANY);
        merchant.locator("#rtn-accepted input[name^='accepted[']").last().fill("0");
        merchant.locator("#rtn-accepted .rtn-refusal-reason:visible").selectOption("USED");
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");

        assertThat(tag(merchant, request)).hasText("Partially accepted");
        assertThat(stored(request).getLines().stream().mapToInt(line -> line.getQuantityAccepted()).sum()).isEqualTo(MANY - 1);
        assertThat(sent).hasSize(3);
        assertThat(sent.get(0).headerValue("content-type")).startsWith("multipart/form-data");
        assertThat(sent.subList(1, 3)).allSatisfy(form ->
            assertThat(form.headerValue("content-type")).startsWith("application/x-www-form-urlencoded"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aLabelIsNotSentWithoutItsFile(String language) {
        Words words = new Words(language);
        ReturnRequest request = request();
        Page merchant = dialog("csr", language, request);
        merchant.fill("#rtn-message", "See you");
        merchant.click("#rtn-send-label");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-label-field .rtn-error")).hasText(words.say("rtn.objection.label.missing"));
        assertThat(merchant.locator("#rtn-label")).isFocused();

        // The merchant has given the label in another way: no mail speaks of one.
        merchant.click("#rtn-send-label");
        assertThat(merchant.locator("#rtn-label-field")).isHidden();
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-no-mail")).hasText(words.say("rtn.objection.mail.noLabel"));
        assertThat(merchant.locator("#rtn-preview-recipient")).hasCount(0);
        assertThat(merchant.locator("#rtn-apply-and-send")).isDisabled();
        merchant.click("#rtn-apply");

        assertThat(tag(merchant, request)).hasText(words.say("rtn.status.LABEL_SENT"));
        assertThat(stored(request).getMerchantMessage()).isEqualTo("See you");
        assertThat(stored(request).getJournal().get(1).getMail()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whatWasTypedIsNotThrownAwayWithoutAQuestion(String language) {
        Words words = new Words(language);
        Page merchant = dialog("csr", language, request());
        merchant.fill("#rtn-message", "Three long sentences");
        for (Runnable closing : List.<Runnable>of(() -> merchant.keyboard().press("Escape"), () -> merchant.click("#rtn-close"),
                () -> merchant.click(".rtn-modal .modal-header .close"))) {
            closing.run();
            assertThat(merchant.locator("#rtn-discard")).containsText(words.say("rtn.admin.discard.question"));
            assertThat(merchant.locator("#rtn-discard-no")).isFocused();
            assertThat(merchant.locator("#rtn-close")).isHidden();
            merchant.keyboard().press("Enter");
            assertThat(merchant.locator("#rtn-discard")).isHidden();
            assertThat(merchant.locator("#rtn-message")).hasValue("Three long sentences");
        }

        // Beside the dialog.
        merchant.mouse().click(5, 450);
        assertThat(merchant.locator("#rtn-message")).hasValue("Three long sentences");
        merchant.locator("#rtn-message").focus();
        merchant.keyboard().press("Escape");
        merchant.keyboard().press("Shift+Tab");
        assertThat(merchant.locator("#rtn-discard-yes")).isFocused();
        merchant.keyboard().press("Enter");
        assertThat(merchant.locator("#rtn-status-form")).hasCount(0);
        assertThat(merchant.locator(".rtn-update-status")).isFocused();
    }

    @Test
    void whatWasChosenIsKeptAndNotThrownAwayEither() {
        ReturnRequest request = request();
        Page merchant = dialog("csr", "en", request);
        merchant.selectOption("#rtn-status", "REFUSED");
        Locator reason = merchant.locator("#rtn-status-form .rtn-refusal-reason:visible").first();
        String chosen = reason.locator("option").nth(1).getAttribute("value");
        reason.selectOption(chosen);
        merchant.keyboard().press("Escape");
        assertThat(merchant.locator("#rtn-discard")).isVisible();
        merchant.click("#rtn-discard-no");

        merchant.reload();
        assertThat(reason).hasValue(chosen);
        merchant.keyboard().press("Escape");
        assertThat(merchant.locator("#rtn-discard")).isVisible();
    }

    @Test
    void nothingIsAskedWhereNothingWasTyped() {
        ReturnRequest request = request();
        Page merchant = dialog("csr", "en", request);
        merchant.selectOption("#rtn-status", "RECEIVED");
        merchant.fill("#rtn-message", "no");
        merchant.fill("#rtn-message", "");
        merchant.keyboard().press("Escape");
        assertThat(merchant.locator("#rtn-status-form")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aSessionThatHasEndedIsNoLossOfWhatWasTyped(String language) {
        Words words = new Words(language);
        ReturnRequest request = request();
        Page merchant = dialog("csr", language, request);
        merchant.selectOption("#rtn-status", "RECEIVED");
        merchant.fill("#rtn-message", "Three long sentences");
        // Not the one by which Broadleaf 7.0 counts how long nobody has done anything.
        merchant.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("^(?!sessionResetTime)")));
        merchant.click("#rtn-update");

        assertThat(merchant.locator("#rtn-alert")).containsText(words.say("rtn.admin.loggedOut"));
        assertThat(merchant.locator("#rtn-alert")).isFocused();
        assertThat(merchant.locator("#rtn-message")).hasValue("Three long sentences");
        Page login = merchant.waitForPopup(() -> merchant.click("#rtn-log-in"));
        login.setDefaultTimeout(Patience.FOR_ONE_THING.toMillis());
        Browser.logIn(login, "csr");
        login.close();

        merchant.click("#rtn-update");
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("body")).containsText("Three long sentences");
        merchant.click("#rtn-apply");
        await().until(() -> stored(request).getStatus() == ReturnStatus.RECEIVED);
    }

    /** The form, with the input that it is about, is out of sight by then. */
    @Test
    void whatStandsAgainstAPreviewByNowIsSaidWhereItCanBeSeen() {
        ReturnRequest request = request();
        Page merchant = dialog("csr", "en", request);
        merchant.selectOption("#rtn-status", "ACCEPTED");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-apply")).isVisible();
        ReturnTables.database().update("update BLC_ORDER_ITEM set QUANTITY = 0 where ORDER_ITEM_ID = ?",
            request.getLines().get(0).getOrderItemId());
        merchant.click("#rtn-apply");

        assertThat(merchant.locator("#rtn-alert")).containsText("Boston fern");
        assertThat(merchant.locator("#rtn-alert")).isFocused();
        assertThat(stored(request).getStatus()).isEqualTo(ReturnStatus.REQUESTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void tagsSayWhatTheirStatusMeans(String language) {
        Page merchant = dialog("csr", language, request());
        assertThat(merchant.locator(".rtn-brief .rtn-tag")).hasAttribute("title", meaning("REQUESTED", language));
        merchant.selectOption("#rtn-status", "RECEIVED");
        merchant.click("#rtn-update");
        Locator tags = merchant.locator(".rtn-preview-status .rtn-tag");
        assertThat(tags.first()).hasAttribute("title", meaning("REQUESTED", language));
        assertThat(tags.last()).hasAttribute("title", meaning("RECEIVED", language));
    }

    private static String meaning(String status, String language) {
        return bean(ReturnsSettings.class).statusDescription(status, Locale.forLanguageTag(language)).orElseThrow();
    }

    @Test
    void anErrorGoesWithItsCause() {
        Page merchant = dialog("csr", "en", request());
        merchant.click("#rtn-update");
        Locator status = merchant.locator("#rtn-status");
        assertThat(status).isFocused();
        assertThat(status).hasAttribute("aria-invalid", "true");
        assertThat(status).hasAttribute("aria-describedby", "rtn-error-0");
        merchant.selectOption("#rtn-status", "PARTIALLY_ACCEPTED");
        assertThat(merchant.locator(".rtn-error, .rtn-invalid, [aria-invalid=true]")).hasCount(0);
        assertThat(status).not().hasAttribute("aria-describedby", Pattern.compile(".*"));

        // All units accepted is an error of all lines together.
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-accepted")).hasAttribute("aria-invalid", "true");
        merchant.locator("#rtn-accepted input[name^='accepted[']").fill("x");
        assertThat(merchant.locator(".rtn-error, .rtn-invalid, [aria-invalid=true]")).hasCount(0);
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-accepted input[name^='accepted[']")).isFocused();
        assertThat(merchant.locator("#rtn-accepted input[name^='accepted[']")).hasAttribute("aria-invalid", "true");
        merchant.keyboard().press("ArrowRight");
        assertThat(merchant.locator(".rtn-error")).hasCount(1);
        merchant.locator("#rtn-accepted input[name^='accepted[']").fill("1");
        assertThat(merchant.locator(".rtn-error, .rtn-invalid, [aria-invalid=true]")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whoseReturnItIsAndWhatIsWishedForStandsAtItsTop(String language) {
        Words words = new Words(language);
        String order = TestShop.newOrder("john@example.com", Map.of(FERN, 3));
        SubmitReturn wish = TestShop.wish(order, 0, 2, null);
        ReturnRequest request = bean(ReturnSubmissionService.class).submit(new SubmitReturn(order, wish.customerId(), wish.lines(),
            "EXCHANGE", "Too tall for <b>my</b> shelf", Locale.ENGLISH, null));
        Page merchant = dialog("csr", language, request);
        Locator brief = merchant.locator(".rtn-modal .rtn-brief");

        assertThat(brief).containsText(request.getNumber());
        assertThat(brief).containsText("John Miller");
        assertThat(brief).containsText("john@example.com");
        assertThat(brief).containsText(words.say("rtn.admin.brief.order", order));
        assertThat(brief.locator("li")).hasText(Pattern.compile("^\\s*2\\s× Boston fern.*", Pattern.DOTALL));
        assertThat(brief.locator(".rtn-brief-wish")).hasText(language.equals("en") ? "Exchange" : "Échange");
        assertThat(brief.locator(".rtn-brief-words")).hasText(words.say("rtn.admin.brief.words", "Too tall for <b>my</b> shelf"));
        assertThat(brief).containsText(language.equals("fr") ? words.say("rtn.admin.brief.language", "Anglais") : "John");
        merchant.selectOption("#rtn-status", "RECEIVED");
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-modal .modal-header h3")).containsText(request.getNumber() + ", John Miller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aPageThatIsLoadedAgainBringsBackWhatWasTyped(String language) {
        Words words = new Words(language);
        ReturnRequest request = request();
        Page merchant = dialog("csr", language, request);
        merchant.selectOption("#rtn-status", "RECEIVED");
        merchant.locator("#rtn-received [name^='received['][data-goods]").first().fill("1");
        merchant.locator("#rtn-received .rtn-heap select").first().selectOption("DAMAGED");
        merchant.fill("#rtn-message", "Three long\nsentences");
        merchant.reload();

        assertThat(merchant.locator("#rtn-restored")).containsText(words.get("rtn.admin.restored"));
        assertThat(merchant.locator("#rtn-status")).hasValue("RECEIVED");
        assertThat(merchant.locator("#rtn-received [name^='received['][data-goods]").first()).hasValue("1");
        assertThat(merchant.locator("#rtn-received .rtn-heap select").first()).hasValue("DAMAGED");
        assertThat(merchant.locator("#rtn-message")).hasValue("Three long\nsentences");
        // It is still something that is not thrown away without a question.
        merchant.keyboard().press("Escape");
        assertThat(merchant.locator("#rtn-discard")).isVisible();
        merchant.click("#rtn-discard-no");

        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");
        assertThat(tag(merchant, request)).hasText(words.say("rtn.status.RECEIVED"));
        assertThat(merchant.locator("#rtn-status-form")).hasCount(0);
        assertOpensEmpty(merchant, request);
    }

    @Test
    void whatIsDiscardedDoesNotComeBack() {
        ReturnRequest request = request();
        Page merchant = dialog("csr", "en", request);
        merchant.fill("#rtn-message", "Three long sentences");
        merchant.reload();
        merchant.click("#rtn-restored-not");
        assertThat(merchant.locator("#rtn-restored")).isHidden();
        assertThat(merchant.locator("#rtn-message")).hasValue("");

        merchant.fill("#rtn-message", "Others");
        merchant.keyboard().press("Escape");
        merchant.click("#rtn-discard-yes");
        assertThat(merchant.locator("#rtn-status-form")).hasCount(0);
        merchant.reload();
        assertOpensEmpty(merchant, request);
    }

    /** Somebody else has changed the return meanwhile: what was written is kept, what was counted for the return of before is not. */
    @Test
    void whatWasWrittenOutlivesAReturnThatSomebodyElseHasChanged() {
        ReturnRequest request = request();
        Page merchant = dialog("csr", "en", request);
        merchant.selectOption("#rtn-status", "PARTIALLY_ACCEPTED");
        merchant.locator("#rtn-accepted input[name^='accepted[']").fill("0");
        merchant.fill("#rtn-message", "Three long sentences");
        TestShop.change(request, ReturnStatus.RECEIVED, false);
        merchant.click("#rtn-update");
        merchant.click("#rtn-reload");

        assertThat(merchant.locator("#rtn-message")).hasValue("Three long sentences");
        assertThat(merchant.locator(".rtn-brief .rtn-tag")).hasText("Products received");
        assertThat(merchant.locator("#rtn-status")).hasValue("");
    }

    @Test
    void nobodyGetsWhatSomebodyElseHasTyped() {
        ReturnRequest request = request();
        Page merchant = dialog("csr", "en", request);
        merchant.fill("#rtn-message", "Only for me");
        merchant.context().clearCookies();
        merchant.navigate(TestShop.get().adminUrl() + "/login");
        Browser.logIn(merchant, "admin");
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        open(merchant, request);

        assertThat(merchant.locator("#rtn-message")).hasValue("");
        assertThat(merchant.locator("#rtn-restored")).isHidden();
        assertThat((Boolean) merchant.evaluate("() => JSON.stringify(sessionStorage).includes('Only for me')")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void nothingIsDoneInTheNameOfSomebodyElse(String language) {
        Words words = new Words(language);
        ReturnRequest request = request();
        Page merchant = dialog("csr", language, request);
        merchant.selectOption("#rtn-status", "RECEIVED");
        merchant.fill("#rtn-message", "Three long sentences");
        merchant.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("^(?!sessionResetTime)")));
        merchant.click("#rtn-update");
        Page login = merchant.waitForPopup(() -> merchant.click("#rtn-log-in"));
        login.setDefaultTimeout(Patience.FOR_ONE_THING.toMillis());
        Browser.logIn(login, "admin");
        login.navigate(TestShop.get().adminUrl() + "/?blLocaleCode=" + language);

        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-alert")).containsText(words.get("rtn.admin.someoneElse"));
        assertThat(merchant.locator("#rtn-message")).hasValue("Three long sentences");
        login.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theMailHasTheHeightThatThereIsAndOneButtonIsFilled(String language) {
        Words words = new Words(language);
        Page merchant = dialog("csr", language, request());
        merchant.selectOption("#rtn-status", "RECEIVED");
        merchant.click("#rtn-update");
        Locator mail = merchant.locator("#rtn-preview-body");

        assertThat(mail).isVisible();
        assertThat(mail.boundingBox().height).isGreaterThan(500);
        assertThat(merchant.locator(".rtn-preview-goods li").first()).containsText(words.say("rtn.status.RECEIVED"));
        assertThat(merchant.locator(".rtn-preview-goods")).containsText(words.say("rtn.admin.preview.mail", "john@example.com"));
        assertThat(merchant.locator(".rtn-preview-effects").boundingBox().x).isGreaterThan(mail.boundingBox().x + mail.boundingBox().width);
        assertThat(ground(merchant.locator("#rtn-apply"))).isEqualTo("rgb(255, 255, 255)");
        assertThat(ground(merchant.locator("#rtn-back"))).isEqualTo("rgb(255, 255, 255)");
        assertThat(ground(merchant.locator("#rtn-apply-and-send"))).isNotEqualTo("rgb(255, 255, 255)");
        assertThat(merchant.locator("#rtn-back").boundingBox().x - merchant.locator("#rtn-close").boundingBox().x).isGreaterThan(200);
    }

    private static String ground(Locator button) {
        return (String) button.evaluate("button => getComputedStyle(button).backgroundColor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aLabelIsDroppedLookedAtReplacedAndRemoved(String language) {
        Words words = new Words(language);
        ReturnRequest request = request();
        Page merchant = dialog("csr", language, request);
        merchant.click("#rtn-send-label");
        assertThat(merchant.locator(".rtn-drop-words")).containsText(words.get("rtn.admin.status.label.drop"));
        drop(merchant, ".rtn-drop", "first.pdf");
        assertThat(merchant.locator("#rtn-label-picked")).containsText("first.pdf");
        assertThat(merchant.locator(".rtn-drop-words")).isHidden();
        assertThat(merchant.locator(".rtn-picked-look")).hasAttribute("href", Pattern.compile("^blob:.*"));

        FileChooser chooser = merchant.waitForFileChooser(() -> merchant.click(".rtn-picked-replace"));
        chooser.setFiles(LABEL);
        assertThat(merchant.locator("#rtn-label-picked")).containsText("label.pdf");
        merchant.click(".rtn-picked-remove");
        assertThat(merchant.locator("#rtn-label")).isFocused();
        assertThat(merchant.locator(".rtn-picked")).isHidden();
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-label-field .rtn-error")).hasText(words.say("rtn.objection.label.missing"));

        // An error goes with its cause, and what is wrong with a file is said when it is chosen.
        drop(merchant, ".rtn-drop", "second.pdf");
        assertThat(merchant.locator(".rtn-error")).hasCount(0);
        merchant.evaluate("() => jQuery('#rtn-label').data('largest', 3)");
        drop(merchant, ".rtn-drop", "third.pdf");
        assertThat(merchant.locator("#rtn-label-field .rtn-error")).hasText(Pattern.compile("PDF"));
        merchant.evaluate("() => jQuery('#rtn-label').data('largest', 3000)");
        drop(merchant, ".rtn-drop", "fourth.pdf");
        assertThat(merchant.locator(".rtn-error")).hasCount(0);
        drop(merchant, ".rtn-drop", "one.pdf", "two.pdf");
        assertThat(merchant.locator("#rtn-label-field .rtn-error")).hasText(words.get("rtn.admin.status.label.one"));
        assertThat(merchant.locator("#rtn-label-picked")).containsText("fourth.pdf");

        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-preview-attachment")).containsText("fourth.pdf");
        assertThat(merchant.locator(".rtn-preview-goods")).containsText(words.say("rtn.admin.preview.label", "fourth.pdf"));
        merchant.click("#rtn-back");
        assertThat(merchant.locator("#rtn-label-picked")).containsText("fourth.pdf");
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");
        assertThat(tag(merchant, request)).hasText(words.say("rtn.status.LABEL_SENT"));
    }

    /** The browser would show the file in the place of the page. */
    @Test
    void aFileThatIsDroppedBesideTheFieldTakesNobodyAway() {
        Page merchant = dialog("csr", "en", request());
        merchant.fill("#rtn-message", "Three long sentences");
        for (String beside : List.of("#rtn-message", ".rtn-modal .modal-header", "body")) {
            assertThat(drop(merchant, beside, "label.pdf")).as(beside).isTrue();
        }
        assertThat(merchant.locator("#rtn-message")).hasValue("Three long sentences");
        merchant.click("#rtn-send-label");
        assertThat(merchant.locator(".rtn-picked")).isHidden();
    }

    @Test
    void theFieldsOfAStepAreThereForItAlone() {
        Page merchant = dialog("csr", "en", request());
        assertThat(merchant.locator("#rtn-send-label")).isVisible();
        assertThat(merchant.locator("#rtn-received, #rtn-accepted, #rtn-refused").filter(new Locator.FilterOptions().setVisible(true)))
            .hasCount(0);
        merchant.selectOption("#rtn-status", "RECEIVED");
        assertThat(merchant.locator("#rtn-received")).isVisible();
        assertThat(merchant.locator("#rtn-send-label")).isHidden();
        merchant.selectOption("#rtn-status", "LABEL_SENT");
        assertThat(merchant.locator("#rtn-received")).isHidden();
        assertThat(merchant.locator("#rtn-send-label")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whatADecisionComesToStaysInSight(String language) {
        Words words = new Words(language);
        Page merchant = dialog("csr", language, request());
        Locator foot = merchant.locator(".rtn-foot");
        assertThat(foot).isHidden();
        merchant.selectOption("#rtn-status", "PARTIALLY_ACCEPTED");
        assertThat(foot).hasText(words.say("rtn.admin.goods.said.accepted", 2) + ", " + words.say("rtn.admin.goods.said.refused", 0));
        merchant.locator("#rtn-accepted input[name^='accepted[']").fill("1");
        assertThat(foot).hasText(words.say("rtn.admin.goods.said.accepted", 1) + ", " + words.say("rtn.admin.goods.said.refused", 1));
        merchant.selectOption("#rtn-status", "RECEIVED");
        assertThat(foot).isHidden();
    }

    /** A label that was chosen is not handed to the page when it is loaded again: which one it was is said. */
    @Test
    void whichLabelHasToBeChosenAgainIsSaid() {
        Page merchant = dialog("csr", "en", request());
        merchant.click("#rtn-send-label");
        merchant.setInputFiles("#rtn-label", LABEL);
        merchant.reload();
        assertThat(merchant.locator("#rtn-restored")).containsText("Please choose the file label.pdf again.");
        assertThat(merchant.locator("#rtn-label-field")).isVisible();
        assertThat(merchant.locator("#rtn-status")).hasValue("LABEL_SENT");
    }

    /** Whether the page has taken it upon itself. */
    private static boolean drop(Page page, String selector, String... names) {
        return (Boolean) page.evaluate("([selector, names]) => { const data = new DataTransfer();"
            + " names.forEach(name => data.items.add(new File(['%PDF-1.4\\n%%EOF\\n'], name, {type: 'application/pdf'})));"
            + " const target = document.querySelector(selector);"
            + " const send = type => target.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));"
            + " send('dragover'); return !send('drop'); }", List.of(selector, List.of(names)));
    }

    @Test
    void aClickIsAnsweredAtOnce() {
        ReturnRequest request = request();
        Page merchant = order("csr", "en", request);
        Locator opener = merchant.locator("#return-" + request.getNumber() + " .rtn-update-status");
        whileUnanswered(merchant, "**/status?*", opener::dblclick, () -> waits(opener));
        assertThat(merchant.locator("#rtn-status-form")).hasCount(1);
        assertThat(opener).hasAttribute("aria-busy", "false");

        merchant.selectOption("#rtn-status", "RECEIVED");
        Locator update = merchant.locator("#rtn-update");
        whileUnanswered(merchant, "**/status/preview*", update::dblclick, () -> waits(update));
        Locator confirm = merchant.locator("#rtn-apply-and-send");
        assertThat(confirm).isVisible();
        whileUnanswered(merchant, "**/status/apply*", confirm::dblclick, () -> {
            waits(confirm);
            merchant.click("#rtn-apply", new Page.ClickOptions().setForce(true));
        });
        assertThat(tag(merchant, request)).hasText("Products received");
        assertThat(stored(request).getJournal()).hasSize(2);
        assertThat(stored(request).getJournal().get(1).getMail()).isNotNull();
    }

    /** The focus would be on the page behind the dialog, if the button could not have it any more. */
    private static void waits(Locator button) {
        assertThat(button).hasAttribute("aria-busy", "true");
        assertThat(button).hasClass(Pattern.compile(".*rtn-waiting.*"));
        assertThat(button).isFocused();
    }

    private static void whileUnanswered(Page page, String address, Runnable click, Runnable meanwhile) {
        List<Route> held = new ArrayList<>();
        page.route(address, held::add);
        click.run();
        page.waitForCondition(() -> !held.isEmpty());
        meanwhile.run();
        assertThat(held).hasSize(1);
        page.unroute(address);
        held.get(0).resume();
    }

    private Page dialog(String login, String language, ReturnRequest request) {
        Page merchant = order(login, language, request);
        open(merchant, request);
        assertThat(merchant.locator("#rtn-status-form")).isVisible();
        return merchant;
    }

    private static void assertOpensEmpty(Page merchant, ReturnRequest request) {
        open(merchant, request);
        assertThat(merchant.locator("#rtn-message")).hasValue("");
        assertThat(merchant.locator("#rtn-restored")).isHidden();
    }

    private static void open(Page merchant, ReturnRequest request) {
        merchant.click("#return-" + request.getNumber() + " .rtn-update-status");
    }

    private Page order(String login, String language, ReturnRequest request) {
        Page merchant = browser.merchant(login, language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        return merchant;
    }

    private static Locator tag(Page merchant, ReturnRequest request) {
        return merchant.locator("#return-" + request.getNumber() + " .rtn-head .rtn-tag");
    }

    private static ReturnRequest request() {
        return TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 2)), 0, 2);
    }

    private static ReturnRequest requestOfManyLines() {
        long category = TestCatalogue.category(null);
        Map<Long, Integer> articles = new LinkedHashMap<>();
        for (int article = 0; article < MANY; article++) {
            articles.put(TestCatalogue.article(category), 1);
        }
        String number = TestShop.newOrder("john@example.com", articles);
        SubmitReturn all = inTransaction(() -> {
            Order order = bean(ShopOrders.class).findByNumber(number).orElseThrow();
            return new SubmitReturn(number, order.getCustomer().getId(), bean(ShopOrders.class).linesOf(order).stream()
                .map(line -> new SubmitReturn.Line(line.itemId(), 1, "OTHER")).toList(), "ORIGINAL_PAYMENT", null, Locale.ENGLISH, null);
        });
        return bean(ReturnSubmissionService.class).submit(all);
    }

    private static ReturnRequest stored(ReturnRequest request) {
        return inTransaction(() -> {
            ReturnRequest found = bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
            found.getLines().size();
            found.getJournal().forEach(entry -> entry.getMail());
            return found;
        });
    }
}
