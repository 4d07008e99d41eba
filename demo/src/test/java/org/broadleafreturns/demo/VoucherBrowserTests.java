package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vouchers, as shoppers ask for them and merchants give them. */
class VoucherBrowserTests {

    private static final long POT = 5;
    private static final String PLACE = "XXXX-XXXX-XXXX-XXXX";
    private static final String CODE = "([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}";

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @CsvSource({"en, 1200", "fr, 400"})
    void aShopperAsksForAVoucherAndReadsWhatItIsNot(String language, int width) {
        Words words = new Words(language);
        String order = TestShop.bean(DemoOrders.class).submitPaidByCard(email(language), Map.of(POT, 2));
        Page shopper = browser.shopper(email(language), language);
        shopper.setViewportSize(width, 900);
        shopper.navigate(TestShop.get().siteUrl() + "/account/returns/new?order=" + order);

        assertThat(shopper.locator("#rtn-refund-type input:checked")).hasCount(0);
        assertThat(shopper.locator(".rtn-voucher-limits")).containsText(words.get("rtn.refund.voucher.limits"));
        RequestPage.pick(shopper, 0, 1, "CHANGED_MIND");
        RequestPage.settle(shopper, "STORE_CREDIT");
        shopper.click("#rtn-submit");
        assertThat(shopper.locator(".rtn-voucher-limits")).hasText(words.get("rtn.refund.voucher.limits"));
        shopper.click("#rtn-send");
        assertThat(shopper.locator("h1")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"en, 1200", "fr, 1200", "en, 400", "fr, 400"})
    void aMerchantGivesAVoucherWithTheDecisionAndTakesItBack(String language, int width) {
        Words words = new Words(language);
        String number = request(language, "STORE_CREDIT").getNumber();
        Page merchant = browser.merchant("admin", language);
        merchant.setViewportSize(width, 900);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        Locator panel = merchant.locator("#return-" + number);
        open(merchant, number, ReturnStatus.ACCEPTED);
        merchant.locator("#rtn-refund input[value=now]").check();

        assertThat(merchant.locator(".rtn-refund-as input:checked")).hasCount(0);
        assertThat(merchant.locator(".rtn-refund-payments")).isHidden();
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-refund-as .rtn-error")).hasText(words.get("rtn.objection.refund.as"));
        merchant.locator(".rtn-refund-as input[value=money]").check();
        assertThat(merchant.locator(".rtn-refund-payments")).isVisible();
        merchant.locator(".rtn-refund-as input[value=voucher]").check();
        assertThat(merchant.locator(".rtn-refund-payments")).isHidden();
        assertThat(merchant.locator(".rtn-refund-agreement")).isVisible();
        assertThat(merchant.locator("#rtn-refund-voucher-agreement")).hasCount(0);
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-preview-goods")).containsText(PLACE);
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("body")).containsText(PLACE);
        merchant.click("#rtn-apply-and-send");

        assertThat(panel.locator(".rtn-refund-made .rtn-refund-voucher")).containsText(words.get("rtn.refund.voucher.state.ISSUED"));
        String code = panel.locator(".rtn-refund-made .rtn-refund-voucher").textContent().replaceAll("(?s).*?(" + CODE + ").*", "$1");
        assertThat(panel.locator(".rtn-refund-vouchers")).isVisible();
        Page shopper = browser.shopper(email(language), language);
        shopper.setViewportSize(width, 900);
        shopper.navigate(TestShop.get().siteUrl() + "/account/returns/" + number);
        assertThat(shopper.locator(".rtn-refund")).containsText(code);
        assertThat(shopper.locator(".rtn-refund")).containsText(words.get("rtn.refund.voucher.limits"));
        assertThat(shopper.locator(".rtn-way")).containsText(words.get("rtn.site.way.money.voucherIssued").replaceAll("\\{0}.*", ""));

        open(merchant, number, ReturnStatus.RECEIVED);
        merchant.fill("#rtn-note", "Wrong parcel");
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-preview-goods")).containsText(words.get("rtn.refund.voucher.ends").replaceAll("^.*\\{0} ", ""));
        merchant.click("#rtn-apply");
        assertThat(panel.locator(".rtn-refund-made")).containsText(words.get("rtn.refund.voucher.state.ENDED"));
        assertThat(panel.locator(".rtn-confirmation")).hasText(
            words.say("rtn.admin.status.done", words.get("rtn.status.RECEIVED")));
        shopper.reload();
        assertThat(shopper.locator(".rtn-refund")).containsText(words.get("rtn.site.refund.ended"));
        assertThat(shopper.locator(".rtn-way")).containsText(words.get("rtn.site.way.money.voucher"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whereTheCustomerHasNotAgreedTheMerchantSaysHow(String language) {
        Words words = new Words(language);
        String number = request(language, "ORIGINAL_PAYMENT").getNumber();
        TestShop.change(TestShop.inTransaction(() -> TestShop.bean(ReturnLookup.class).byNumber(number).orElseThrow()),
            ReturnStatus.ACCEPTED, false);
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        Locator panel = merchant.locator("#return-" + number);
        panel.locator(".rtn-refund-open").click();

        assertThat(merchant.locator(".rtn-refund-as input[value=money]")).isChecked();
        merchant.locator(".rtn-refund-as input[value=voucher]").check();
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-refund-voucher .rtn-error").first()).isVisible();
        assertThat(merchant.locator(".rtn-refund-voucher .rtn-error")).hasCount(2);
        merchant.selectOption("#rtn-refund-voucher-channel", "PHONE");
        merchant.fill("#rtn-refund-voucher-agreement", "Told Clara");
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply-and-send");

        assertThat(panel.locator(".rtn-refund-made .rtn-refund-voucher")).containsText(words.get("rtn.basis.channel.PHONE"));
        assertThat(panel.locator(".rtn-refund-made .rtn-refund-voucher")).containsText("Told Clara");
    }

    private static ReturnRequest request(String language, String refundType) {
        SubmitReturn wish = TestShop.wish(TestShop.bean(DemoOrders.class).submitPaidByCard(email(language), Map.of(POT, 4)), 0, 3, null);
        return TestShop.bean(ReturnSubmissionService.class).submit(new SubmitReturn(wish.orderNumber(), wish.customerId(), wish.lines(),
            refundType, null, Locale.forLanguageTag(language), null));
    }

    private static String email(String language) {
        return language.equals("fr") ? "marie@example.com" : "john@example.com";
    }

    private static void open(Page merchant, String number, ReturnStatus to) {
        merchant.locator("#return-" + number + " .rtn-update-status").click();
        assertThat(merchant.locator("#rtn-status")).isVisible();
        merchant.selectOption("#rtn-status", to.name());
    }
}
