package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money back, as merchants and shoppers see it: with a decision, alone, made elsewhere, and with a gateway that does not answer well. */
class RefundBrowserTests {

    private static final long POT = 5;

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aPartialDecisionIsRefundedAndTheRestLater(String language) {
        Words words = new Words(language);
        String email = email(language);
        ReturnRequest request = TestShop.request(TestShop.bean(DemoOrders.class).submitPaidByCard(email, Map.of(POT, 4)), 0, 3);
        String number = request.getNumber();
        ReturnLine line = request.getLines().get(0);
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        Locator panel = merchant.locator("#return-" + number);

        open(merchant, number, ReturnStatus.PARTIALLY_ACCEPTED);
        assertThat(merchant.locator("#rtn-refund input[value=now]")).isChecked();
        Locator units = merchant.locator("input[name='refund[" + line.getId() + "]']");
        assertThat(units).hasValue("3");
        merchant.fill("input[name='accepted[" + line.getId() + "]']", "2");
        assertThat(units).hasValue("2");
        merchant.locator("#rtn-accepted .rtn-refusal-reason").selectOption("DAMAGED");
        String total = merchant.locator(".rtn-refund-total").textContent();
        assertThat(merchant.locator("#rtn-refund .rtn-refund-worth")).hasText(total);

        // What cannot be stands beside the field, and nothing is lost.
        merchant.fill("#rtn-refund-wear", "0,50");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-refund .rtn-error")).hasText(words.get("rtn.objection.refund.reason"));
        assertThat(merchant.locator("#rtn-refund-wear")).hasValue("0,50");
        merchant.fill("#rtn-refund-reason", "Rayé / scratched");
        String less = merchant.locator(".rtn-refund-total").textContent();
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-preview-goods")).containsText(words.say("rtn.refund.preview.total", less));
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("body")).containsText(less);
        merchant.click("#rtn-apply-and-send");

        assertThat(panel.locator(".rtn-refund-made")).containsText(words.get("rtn.refund.state.DONE"));
        assertThat(panel.locator(".rtn-refund-made strong")).hasText(less);
        assertThat(panel.locator(".rtn-journal-entry[data-kind=REFUND_DECIDED]")).containsText(less);
        assertThat(panel.locator(".rtn-journal-entry[data-kind=REFUND_DONE]")).isAttached();

        // Goodwill afterwards, in a dialog of its own.
        panel.locator(".rtn-refund-open").click();
        assertThat(merchant.locator("#rtn-refund-form")).isVisible();
        assertThat(merchant.locator(".rtn-refund-units")).hasCount(0);
        merchant.fill("#rtn-refund-goodwill", "1.50");
        merchant.click("#rtn-update");
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("body")).containsText(shown("1.50", language));
        merchant.click("#rtn-apply-and-send");
        assertThat(panel.locator(".rtn-refund-made")).hasCount(2);
        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.refund.done.DONE"));

        Page shopper = browser.shopper(email, language);
        shopper.navigate(TestShop.get().siteUrl() + "/account/returns/" + number);
        assertThat(shopper.locator(".rtn-refund")).containsText(less);
        assertThat(shopper.locator(".rtn-refund")).containsText("Rayé / scratched");
        assertThat(shopper.locator(".rtn-refund")).containsText(shown("1.50", language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whatTheGatewayRefusesOrNobodyKnowsAMerchantGetsOutOf(String language) {
        Words words = new Words(language);
        ReturnRequest request =
            TestShop.request(TestShop.bean(DemoOrders.class).submitPaidByCard(email(language), Map.of(POT, 3)), 0, 2);
        String number = request.getNumber();
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        Locator panel = merchant.locator("#return-" + number);
        open(merchant, number, ReturnStatus.ACCEPTED);
        merchant.fill("#rtn-refund-goodwill", goodwill(merchant, ".05"));
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply-and-send");

        assertThat(panel.locator(".rtn-refund-part")).containsText(words.get("rtn.admin.refund.unknown.what"));
        assertThat(panel.locator(".rtn-mail-HELD").first()).hasText(words.get("rtn.admin.mail.state.HELD"));
        panel.locator(".rtn-refund-settle button").nth(1).click();
        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.refund.saidFailed"));
        assertThat(panel.locator(".rtn-refund-made")).containsText(words.get("rtn.refund.state.FAILED"));

        panel.locator(".rtn-refund-open").click();
        merchant.fill("#rtn-refund-goodwill", goodwill(merchant, ".01"));
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");
        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.refund.done.FAILED"));
        assertThat(panel.locator(".rtn-refund-made").last()).containsText("Declined by the demo bank");
        panel.locator(".rtn-refund-made").last().locator(".rtn-refund-settle button").click();
        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.refund.triedAgain"));

        // Or it is paid back elsewhere, and what cannot be is said with what was typed.
        Locator instead = panel.locator(".rtn-refund-made").last().locator(".rtn-refund-instead");
        assertThat(panel.locator(".rtn-refund-open")).isEnabled();
        instead.locator("summary").click();
        instead.locator("[name='refund.elsewhere.reference']").fill("SEPA-9");
        instead.locator(".rtn-refund-record-save").click();
        assertThat(instead.locator(".rtn-basis-error")).hasText(words.get("rtn.objection.refund.elsewhere"));
        assertThat(instead.locator("[name='refund.elsewhere.reference']")).hasValue("SEPA-9");
        instead.locator("select").selectOption("BANK_TRANSFER");
        instead.locator("[name='refund.elsewhere.agreement']").fill("Phone, November 3");
        instead.locator(".rtn-refund-record-save").click();
        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.refund.recorded"));
        assertThat(panel.locator(".rtn-refund-made").last()).containsText("SEPA-9");
        assertThat(panel.locator(".rtn-refund-made").last()).containsText(words.get("rtn.refund.state.DONE"));

        // The mail of the decision waits no longer for what was not made.
        panel.locator(".rtn-tell-open").click();
        merchant.fill("#rtn-message", "Sorry");
        merchant.click("#rtn-update");
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("body")).containsText("Sorry");
        merchant.click("#rtn-apply-and-send");
        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.refund.tell.done"));
        assertThat(panel.locator(".rtn-mail-DROPPED").first()).hasText(words.get("rtn.admin.mail.state.DROPPED"));
    }

    /** The gift card's part is recorded, the card's is refused. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void ofWhatTheGatewayRefusesInPartAMerchantReadsThatTheRestWasPaidBack(String language) {
        Words words = new Words(language);
        String order = TestShop.bean(DemoOrders.class).submitPaidByCardAndGiftCard(email(language), Map.of(POT, 3));
        ReturnRequest request = TestShop.request(order, 0, 2);
        TestShop.change(request, ReturnStatus.ACCEPTED, false);
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        Locator panel = merchant.locator("#return-" + request.getNumber());
        panel.locator(".rtn-refund-open").click();
        merchant.fill("#rtn-refund-goodwill", goodwill(merchant, ".01"));
        BigDecimal total = total(merchant);
        merchant.fill("input[name='refund.payment.1']", "5.00");
        merchant.selectOption("#rtn-refund-means-1", "SAME_WAY");
        merchant.fill("input[name='refund.payment.2']", total.subtract(new BigDecimal("5.00")).toPlainString());
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");

        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.refund.done.FAILED.partly"));
        assertThat(panel.locator(".rtn-refund-part[data-refund-state=DONE]")).containsText(shown("5.00", language));
        assertThat(panel.locator(".rtn-refund-part[data-refund-state=FAILED] .rtn-refund-settle button"))
            .hasText(words.get("rtn.admin.refund.again"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void cashOnDeliveryIsPaidBackElsewhere(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.request(TestShop.newOrder(email(language), Map.of(POT, 1)), 0, 1);
        String number = request.getNumber();
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        Locator panel = merchant.locator("#return-" + number);
        open(merchant, number, ReturnStatus.ACCEPTED);
        assertThat(merchant.locator("#rtn-refund input[value=later]")).isChecked();
        assertThat(merchant.locator(".rtn-refund-fields")).isHidden();
        merchant.locator("#rtn-refund input[value=now]").check();
        assertThat(merchant.locator(".rtn-refund-payment")).containsText(words.get("rtn.admin.refund.obstacle.BY_HAND"));
        merchant.locator(".rtn-refund-means").selectOption("BANK_TRANSFER");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-refund .rtn-error")).hasText(words.get("rtn.objection.refund.agreement"));
        merchant.fill("#rtn-refund-agreement-1", "Phone, November 3");
        merchant.fill("#rtn-refund-reference-1", "SEPA-77");
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");

        assertThat(panel.locator(".rtn-refund-made")).containsText("SEPA-77");
        assertThat(panel.locator(".rtn-refund-made")).containsText(words.get("rtn.refund.means.BANK_TRANSFER"));
    }

    /** Until somebody types something else, it follows the units. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whatWasPaidBackOtherwiseIsFilledInWhereThePaymentsDoNotReach(String language) {
        Words words = new Words(language);
        ReturnRequest request =
            TestShop.request(TestShop.bean(DemoOrders.class).submitPaidByCard(email(language), Map.of(POT, 3)), 0, 3);
        String number = request.getNumber();
        String units = "input[name='refund[" + request.getLines().get(0).getId() + "]']";
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        Locator panel = merchant.locator("#return-" + number);
        open(merchant, number, ReturnStatus.ACCEPTED);
        assertThat(merchant.locator("#rtn-refund-otherwise")).hasCount(0);
        BigDecimal cap = new BigDecimal(merchant.locator(".rtn-refund-fields").getAttribute("data-cap"));
        BigDecimal worth = new BigDecimal(merchant.locator(".rtn-refund-line").getAttribute("data-worths").split(" ")[3]);
        merchant.fill(units, "1");
        merchant.fill("#rtn-refund-goodwill", cap.subtract(worth).add(new BigDecimal("5.00")).toPlainString());
        merchant.locator(".rtn-refund-means").selectOption("SAME_WAY");
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");

        panel.locator(".rtn-refund-open").click();
        Locator otherwise = merchant.locator("#rtn-refund-otherwise");
        assertThat(otherwise).hasValue("5.00");
        merchant.fill(units, "1");
        assertThat(otherwise).hasValue("");
        merchant.fill(units, "2");
        assertThat(otherwise).hasValue("5.00");
        merchant.locator(".rtn-refund-means").selectOption("SAME_WAY");
        merchant.click("#rtn-update");
        String said = words.say("rtn.refund.of.otherwise", shown("-5.00", language));
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("body")).containsText(said);
        merchant.click("#rtn-apply");
        assertThat(panel.locator(".rtn-refund-made")).hasCount(2);
        assertThat(panel.locator(".rtn-journal-entry[data-kind=REFUND_DECIDED]").filter(new Locator.FilterOptions().setHasText(said)))
            .isAttached();
    }

    private static String email(String language) {
        return language.equals("fr") ? "marie@example.com" : "john@example.com";
    }

    private static String shown(String amount, String language) {
        return new Amount(new BigDecimal(amount), Currency.getInstance("EUR"))
            .shownTo(Locale.forLanguageTag(language));
    }

    /** So much on top that the total ends in these cents. */
    private static String goodwill(Page merchant, String cents) {
        BigDecimal now = total(merchant);
        return now.setScale(0, RoundingMode.UP).add(new BigDecimal(cents)).subtract(now).toPlainString();
    }

    private static BigDecimal total(Page merchant) {
        return new BigDecimal(merchant.locator(".rtn-refund-total").textContent().replaceAll("[^0-9,.]", "").replace(',', '.'));
    }

    private static void open(Page merchant, String number, ReturnStatus to) {
        merchant.locator("#return-" + number + " .rtn-update-status").click();
        assertThat(merchant.locator("#rtn-status")).isVisible();
        merchant.selectOption("#rtn-status", to.name());
    }
}
