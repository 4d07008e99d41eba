package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafreturns.core.privacy.PersonalRecords;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads of a return, and wherever, can tell which of several articles of one name it is about. */
class ArticleDetailsBrowserTests {

    private static final long CAN = 7;
    private static final long GLOVES = 10;
    private static final long SIGN = 11;
    private static final long BALCONY_SET = 12;
    private static final String TYPED = "<b>Mum</b>\u202e, Size: S";
    private static final String SHOWN = "<b>Mum</b>, Size: S";

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void goodsOfOneNameAreToldApartEverywhere(String language) throws Exception {
        boolean french = language.equals("fr");
        List<String> details = french
            ? List.of("Taille\u00a0: S", "Couleur\u00a0: vert", "Taille\u00a0: M", "Gravure\u00a0: \u00ab\u00a0" + SHOWN + "\u00a0\u00bb",
                "Fait partie de\u00a0: Balcony set")
            : List.of("Size: S", "Colour: Green", "Size: M", "Engraving: \u201c" + SHOWN + "\u201d", "Part of: Balcony set");
        String email = Unique.word() + "@example.com";
        Long customer = TestShop.bean(DemoOrders.class).customer(email, "Ada", "Part", language).getId();
        String order = TestShop.bean(DemoOrders.class).submit(email, List.of(chosen(GLOVES, 2, Map.of("SIZE", "S", "COLOR", "Green")),
            chosen(GLOVES, 1, Map.of("SIZE", "M", "COLOR", "Green")), chosen(SIGN, 1, Map.of("ENGRAVING", TYPED)),
            chosen(CAN, 2, Map.of()), chosen(BALCONY_SET, 1, Map.of())));

        // The shopper: the form, what is wrong with it, the summary, the return, the question before it is called off.
        Page shopper = browser.shopper(email, language);
        shopper.navigate(TestShop.get().siteUrl() + FormAddresses.form(order));
        check(shopper.locator(".rtn-lines"), details);
        assertThat(shopper.locator(".rtn-line legend").first()).containsText(details.get(0));
        int lines = shopper.locator(".rtn-line").count();
        assertThat(lines).isEqualTo(6);
        for (int i = 0; i < lines; i++) {
            RequestPage.pick(shopper, i, 1, "OTHER");
        }
        shopper.fill("#rtn-comment", "-");
        shopper.click("#rtn-submit");
        check(shopper.locator(".rtn-lines"), details);
        RequestPage.settle(shopper, "ORIGINAL_PAYMENT");
        shopper.click("#rtn-submit");
        assertThat(shopper.locator("#rtn-send")).isVisible();
        check(shopper.locator("main .rtn-items"), details);
        shopper.click("#rtn-send");
        shopper.waitForURL("**/account/returns/R*");
        String number = shopper.url().replaceAll(".*/account/returns/([^/?#;]+).*", "$1");
        check(shopper.locator("main .rtn-items"), details);
        shopper.setViewportSize(360, 800);
        assertThat(shopper.evaluate("document.documentElement.scrollWidth <= 360")).isEqualTo(true);
        shopper.click("#rtn-cancel");
        check(shopper.locator("main .rtn-plain"), details);

        // The merchant: deliveries, the panel, the dialogs, the preview of the mail.
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/order/" + TestShop.orderId(order) + "#returns");
        merchant.click(".rtn-delivery-more summary");
        check(merchant.locator(".rtn-delivery-articles"), details);
        Locator panel = merchant.locator("#return-" + number);
        check(panel.locator(".rtn-lines"), details);
        merchant.waitForLoadState();
        merchant.click(".rtn-create-return");
        check(merchant.locator("#rtn-create-lines"), details);
        merchant.reload();
        merchant.click("#return-" + number + " .rtn-update-status");
        merchant.selectOption("#rtn-status", "PARTIALLY_ACCEPTED");
        check(merchant.locator("#rtn-accepted"), details);
        assertThat(merchant.locator("#rtn-accepted .rtn-goods-article").first()).containsText(details.get(0));
        merchant.locator("input[name^='accepted']").first().fill("0");
        merchant.locator("#rtn-accepted .rtn-refusal-reason:visible").first().selectOption("USED");
        merchant.click("#rtn-update");
        check(merchant.frameLocator("#rtn-preview-body").locator("ul"), details);
        merchant.click("#rtn-apply-and-send");
        await().until(() -> ReceivedMails.about(number).size() == 2);

        // The mails, as they are sent, and what is kept of the customer.
        List<Map<String, Object>> mails = ReturnTables.database()
            .queryForList("select HTML_BODY, TEXT_BODY from RTN_MAIL natural join RTN_MAIL_BODY where RECIPIENT = ?", email);
        assertThat(mails).hasSize(2).allSatisfy(mail -> {
            String html = Jsoup.parse(mail.get("HTML_BODY").toString()).text();
            assertThat(details).allSatisfy(detail -> assertThat(html.replace('\u00a0', ' ')).contains(detail.replace('\u00a0', ' ')));
            assertThat(details).allSatisfy(detail -> assertThat(mail.get("TEXT_BODY").toString().replaceAll("\\s+", " "))
                .contains(detail.replace('\u00a0', ' ')));
        });
        assertThat(TestShop.bean(PersonalRecords.class).export(customer).toString()).contains("details=[Size: S, Colour: Green]")
            .contains("Part of: Balcony set");
    }

    private static void check(Locator place, List<String> details) {
        assertThat(place.first()).isVisible();
        details.forEach(detail -> assertThat(place.first()).containsText(detail));
        assertThat(place.locator("b")).hasCount(0);
    }

    private static OrderItemRequestDTO chosen(long product, int quantity, Map<String, String> options) {
        return new OrderItemRequestDTO(product, quantity).setItemAttributes(new HashMap<>(options));
    }
}
