package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What really came back, in what state, and where it went: in the dialog, the panel, the account and the mail. */
class GoodsBrowserTests {

    private static final long FERN = 1;
    private static final long POT = 5;

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void threeAreAskedForTwoComeFirstOneIsRefusedAndAllSayTheSame(String language) {
        Words words = new Words(language);
        String email = language.equals("fr") ? "marie@example.com" : "john@example.com";
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 3)), 0, 3);
        String number = request.getNumber();
        ReturnLine line = request.getLines().get(0);
        String article = line.getArticleName();
        String heap = "input[name='received[" + line.getId() + "].1']";
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        Locator panel = merchant.locator("#return-" + number);

        // The first parcel: two of three. The field is filled with what is missing.
        open(merchant, number, ReturnStatus.RECEIVED);
        assertThat(merchant.locator("#rtn-received " + heap)).hasValue("3");
        merchant.waitForFunction("() => document.querySelector('#rtn-received .rtn-article-picture').currentSrc.includes('boston-fern')"
            + " && document.querySelector('#rtn-received .rtn-article-picture').naturalWidth > 0");
        merchant.fill("#rtn-received " + heap, "2");
        merchant.locator("#rtn-received .rtn-heap select").first().selectOption("AS_NEW");
        merchant.click("#rtn-update");
        String two = words.say("rtn.mail.line.received", article, 2, 3);
        assertThat(merchant.locator(".rtn-preview-goods")).containsText(two + ", 2 × ");
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("li")).hasText(two);
        merchant.click("#rtn-apply-and-send");
        assertThat(panel.locator(".rtn-received")).hasText("2");
        assertThat(panel.locator(".rtn-journal-goods").first()).containsText(two);

        // The second one brings the last, which is damaged, and something that nobody had asked for.
        open(merchant, number, ReturnStatus.RECEIVED);
        assertThat(merchant.locator("#rtn-received " + heap)).hasValue("1");
        merchant.locator("#rtn-received .rtn-heap select").first().selectOption("DAMAGED");
        merchant.fill("#rtn-something-else", "<b>A glove</b>");
        merchant.click("#rtn-update");
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("body")).containsText("<b>A glove</b>");
        merchant.click("#rtn-apply-and-send");
        assertThat(panel.locator(".rtn-received")).hasText("3");
        assertThat(panel.locator(".rtn-goods-beside")).containsText("1 × ");
        assertThat(panel.locator(".rtn-journal-entry[data-kind=SOMETHING_ELSE] .rtn-journal-note")).containsText("<b>A glove</b>");

        // Two are accepted, one is refused and sent back.
        open(merchant, number, ReturnStatus.PARTIALLY_ACCEPTED);
        assertThat(merchant.locator("#rtn-status option[value=RECEIVED]")).hasCount(0);
        assertThat(merchant.locator("#rtn-accepted .rtn-refusal-reason")).isHidden();
        merchant.fill("input[name='accepted[" + line.getId() + "]']", "2");
        assertThat(merchant.locator("#rtn-accepted [data-goods=refused]")).hasText("1");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-accepted .rtn-error")).hasText(words.say("rtn.objection.refusal.missing"));
        merchant.locator("#rtn-accepted .rtn-refusal-reason").selectOption("DAMAGED");
        String reason = (String) merchant.locator("#rtn-accepted .rtn-refusal-reason")
            .evaluate("select => select.selectedOptions[0].text");
        merchant.click("#rtn-update");
        String refused = words.say("rtn.goods.refusedFor", 1, reason);
        String decided = words.say("rtn.mail.line.accepted", article, 2, 3) + ", " + refused + ", " + words.say("rtn.goods.back", 1);
        assertThat(merchant.locator(".rtn-preview-goods")).containsText(decided);
        merchant.click("#rtn-apply-and-send");
        assertThat(panel.locator(".rtn-tag").first()).hasText(words.get("rtn.status.PARTIALLY_ACCEPTED"));
        assertThat(panel.locator(".rtn-accepted")).hasText("2");
        assertThat(panel.locator(".rtn-lines")).containsText(refused);
        assertThat(panel.locator(".rtn-journal-goods").first()).containsText(decided);

        // The shopper reads the same, and nothing of conditions.
        Page shopper = browser.shopper(email, language);
        shopper.navigate(TestShop.get().siteUrl() + "/account/returns/" + number);
        assertThat(shopper.locator("main .rtn-items")).containsText(refused);
        assertThat(shopper.locator("main .rtn-history")).containsText(decided);
        assertThat(shopper.locator("main .rtn-history")).containsText(two);
        assertThat(shopper.locator("main")).not().containsText("1 × ");
        Assertions.assertThat(ReturnTables.database().queryForList("select B.TEXT_BODY from RTN_MAIL_BODY B join RTN_JOURNAL_ENTRY J"
            + " on J.MAIL_ID = B.MAIL_ID where J.REQUEST_ID = ? and J.TO_STATUS = 'PARTIALLY_ACCEPTED'", String.class, request.getId()))
            .singleElement().satisfies(mail -> Assertions.assertThat(mail.replaceAll("[\\s\u00a0]+", " "))
                .contains(decided.replace('\u00a0', ' ')));

        // Taken back, nothing of it is decided, and what has come is here.
        open(merchant, number, ReturnStatus.RECEIVED);
        assertThat(merchant.locator("#rtn-received")).hasCount(0);
        merchant.fill("#rtn-note", "Counted again");
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");
        assertThat(panel.locator(".rtn-received")).hasText("3");
        assertThat(panel.locator(".rtn-accepted")).hasCount(0);
        assertThat(panel.locator(".rtn-undecided")).hasCount(2);
        shopper.reload();
        assertThat(shopper.locator("main .rtn-item .rtn-count")).hasText(words.say("rtn.site.line.received", 3, 3));
        assertThat(shopper.locator("main .rtn-items")).not().containsText(refused);
    }

    @Test
    void whatCannotBeIsSaidBesideItsFieldAndNothingIsLost() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 2)), 0, 2);
        Page merchant = browser.merchant("csr", "en");
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        open(merchant, request.getNumber(), ReturnStatus.RECEIVED);
        merchant.fill("#rtn-message", "Thank you");
        merchant.locator("#rtn-received .rtn-split").click();
        Locator heaps = merchant.locator("#rtn-received .rtn-heap input:visible");
        assertThat(heaps).hasCount(2);
        assertThat(merchant.locator("#rtn-received .rtn-split")).isHidden();
        heaps.nth(0).fill("-1");
        heaps.nth(1).fill("1");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-received .rtn-error")).hasText("Enter a whole number from 0 to 2.");
        assertThat(heaps.nth(0)).isFocused();
        heaps.nth(0).fill("2");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-received .rtn-error")).containsText("At most 2");
        heaps.nth(0).fill("0");
        heaps.nth(1).fill("0");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-received .rtn-error")).hasText("Enter at least one unit that has arrived.");
        assertThat(merchant.locator("#rtn-message")).hasValue("Thank you");
        assertThat(merchant.locator("#return-" + request.getNumber() + " .rtn-received")).hasText("0");
    }

    @Test
    void whatIsAcceptedUnseenHasComeOrNeedNot() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(POT, 2)), 0, 2);
        String number = request.getNumber();
        Page merchant = browser.merchant("admin", "en");
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        open(merchant, number, ReturnStatus.ACCEPTED);
        Locator came = merchant.locator("#rtn-accepted-unseen .rtn-heap input").first();
        assertThat(came).hasValue("2");
        came.fill("1");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-accepted-unseen .rtn-error")).containsText("One unit has not arrived.");
        merchant.locator("#rtn-accepted-unseen [data-goods=kept]").fill("1");
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-preview-goods")).containsText("2 of 2 accepted, 1 does not need to come back");
        merchant.click("#rtn-apply");

        assertThat(merchant.locator("#return-" + number + " .rtn-tag").first()).hasText("Accepted");
        assertThat(merchant.locator("#return-" + number + " .rtn-received")).hasText("1");
        assertThat(merchant.locator("#return-" + number + " .rtn-accepted")).hasText("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void unitsAreEnteredByPlusAndMinusAsIfTheyWereTyped(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.change(TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 3)), 0, 3),
            ReturnStatus.RECEIVED, false);
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        open(merchant, request.getNumber(), ReturnStatus.PARTIALLY_ACCEPTED);
        Locator accepted = merchant.locator("#rtn-accepted [data-goods=accepted]");
        Locator less = merchant.locator("#rtn-accepted .rtn-plus-minus").first();
        Locator more = merchant.locator("#rtn-accepted .rtn-plus-minus").last();
        assertThat(accepted).hasValue("3");
        assertThat(more).hasAttribute("aria-disabled", "true");
        merchant.check(".rtn-refund-choice input[value=now]");
        String name = request.getLines().get(0).getArticleName() + ", " + words.get("rtn.admin.goods.accepted");
        assertThat(less).hasAttribute("aria-label", words.say("rtn.admin.goods.less", name));

        more.focus();
        merchant.keyboard().press("Enter");
        assertThat(accepted).hasValue("3");
        less.focus();
        merchant.keyboard().press("Space");
        assertThat(accepted).hasValue("2");
        assertThat(less).isFocused();
        assertThat(more).hasAttribute("aria-disabled", "false");
        assertThat(merchant.locator(".rtn-entered")).hasText(name + ": 2");
        assertThat(merchant.locator("#rtn-accepted [data-goods=refused]")).hasText("1");
        assertThat(merchant.locator(".rtn-refund-units")).hasValue("2");
        assertThat(merchant.locator(".rtn-foot")).containsText(words.say("rtn.admin.goods.said.accepted", 2));
        less.click();
        less.click();
        assertThat(less).hasAttribute("aria-disabled", "true");
        less.press("Enter");
        assertThat(accepted).hasValue("0");
        more.click();
        assertThat(accepted).hasValue("1");
        assertThat(merchant.locator(".rtn-refund-units")).hasValue("1");

        // It is not thrown away, either.
        merchant.keyboard().press("Escape");
        assertThat(merchant.locator("#rtn-discard")).isVisible();
        merchant.reload();
        assertThat(merchant.locator("#rtn-restored")).isVisible();
        assertThat(accepted).hasValue("1");
        merchant.setViewportSize(400, 800);
        for (Locator button : List.of(less, more, merchant.locator(".rtn-all-units").first(), merchant.locator(".rtn-all-units").last())) {
            Assertions.assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
            Assertions.assertThat(button.boundingBox().width).isGreaterThanOrEqualTo(44);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void allUnitsAreAcceptedOrRefusedAtOnceAndTheStatusThatSaysSoIsOffered(String language) {
        Words words = new Words(language);
        String order = TestShop.newOrder("john@example.com", Map.of(FERN, 3, POT, 2));
        ReturnRequest request = TestShop.change(TestShop.request(order, 0, 3), ReturnStatus.RECEIVED, false);
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        open(merchant, request.getNumber(), ReturnStatus.PARTIALLY_ACCEPTED);
        merchant.check(".rtn-refund-choice input[value=now]");
        Locator accepted = merchant.locator("#rtn-accepted [data-goods=accepted]");
        Locator decided = merchant.locator(".rtn-all-decided");
        assertThat(decided.first()).isHidden();

        merchant.locator(".rtn-all-units").last().click();
        assertThat(accepted).hasValue("0");
        assertThat(merchant.locator(".rtn-refund-units")).hasValue("0");
        String none = words.say("rtn.admin.goods.said.accepted", 0) + ", " + words.say("rtn.admin.goods.said.refused", 3);
        assertThat(merchant.locator(".rtn-entered")).hasText(none);
        assertThat(merchant.locator(".rtn-foot")).containsText(none);
        assertThat(decided.last()).containsText(words.get("rtn.admin.goods.all.refused"));
        assertThat(decided.first()).isHidden();

        merchant.locator(".rtn-all-units").first().click();
        assertThat(accepted).hasValue("3");
        assertThat(merchant.locator(".rtn-refund-units")).hasValue("3");
        assertThat(decided.last()).isHidden();
        decided.first().locator("button").click();
        assertThat(merchant.locator("#rtn-status")).hasValue("ACCEPTED");
        assertThat(merchant.locator("#rtn-status")).isFocused();
        assertThat(merchant.locator("#rtn-accepted")).isHidden();
    }

    /** Of a return of before, nobody knows what arrived. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aDecisionOfBeforeSaysWhatWasAcceptedAndWhatNotAndNothingOfArrivals(String language) {
        Words words = new Words(language);
        String email = language.equals("fr") ? "marie@example.com" : "john@example.com";
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 3)), 0, 3);
        ReturnTables.database().update("update RTN_LINE set QUANTITY_RECEIVED = 1, QUANTITY_ACCEPTED = 1 where REQUEST_ID = ?",
            request.getId());
        ReturnTables.database().update("update RTN_REQUEST set STATUS = 'PARTIALLY_ACCEPTED' where REQUEST_ID = ?", request.getId());

        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        Locator panel = merchant.locator("#return-" + request.getNumber() + " .rtn-lines");
        assertThat(panel.locator(".rtn-accepted")).hasText("1");
        assertThat(panel.locator(".rtn-not-accepted")).hasText("2");
        assertThat(panel.locator(".rtn-received")).hasCount(0);
        Page shopper = browser.shopper(email, language);
        shopper.navigate(TestShop.get().siteUrl() + "/account/returns/" + request.getNumber());
        assertThat(shopper.locator("main .rtn-item .rtn-count").last()).hasText(words.say("rtn.site.line.notAccepted", 2));
        assertThat(shopper.locator("main .rtn-items .rtn-goods-beside")).hasCount(0);
    }

    /** Nobody is so fast as to click before the page's scripts are there. */
    private static void open(Page merchant, String number, ReturnStatus to) {
        merchant.waitForLoadState();
        merchant.click("#return-" + number + " .rtn-update-status");
        assertThat(merchant.locator("#rtn-status-form")).isVisible();
        merchant.selectOption("#rtn-status", to.name());
    }
}
