package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What merchants do about deliveries and returns of their own making, in a real browser. */
class MerchantReturnBrowserTests {

    private static final long FERN = 1;
    private static final long POT = 5;

    @RegisterExtension
    final Browser browser = new Browser();

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void theDayOfDeliveryMovesTheLastDay() {
        String order = TestShop.newOrder("john@example.com", 20, Map.of(FERN, 2));
        Page merchant = openOrder("csr", "en", order);
        assertThat(merchant.locator(".rtn-delivery-known")).hasText("It is not known when this was delivered.");
        assertThat(lastDay(merchant)).hasText("until " + inWords(today.plusDays(15), Locale.ENGLISH));
        close(merchant);

        deliver(merchant, today.plusDays(1));
        assertThat(merchant.locator(".rtn-delivery-error")).hasText("The delivery cannot be later than today.");
        assertThat(merchant.locator(".rtn-delivery-day")).isFocused();
        assertThat(merchant.locator(".rtn-delivery-day")).hasValue(today.plusDays(1).toString());
        deliver(merchant, today.minusDays(21));
        assertThat(merchant.locator(".rtn-delivery-error")).containsText("cannot be earlier than the order");

        deliver(merchant, today.minusDays(10));
        assertThat(merchant.locator(".rtn-delivery .rtn-confirmation")).hasText("The day of delivery is recorded.");
        assertThat(merchant.locator(".rtn-delivery-known")).containsText(inWords(today.minusDays(10), Locale.ENGLISH));
        assertThat(merchant.locator(".rtn-delivery-origin")).containsText("Entered by Chris Service");
        assertThat(lastDay(merchant)).hasText("until " + inWords(today.plusDays(20), Locale.ENGLISH));
    }

    @Test
    void theShopperSeesTheLastDayThatFollowsFromTheMerchantsDayOfDelivery() {
        String order = TestShop.newOrder("john@example.com", 20, Map.of(FERN, 2));
        Page shopper = browser.shopper("john@example.com", "en");
        assertThat(lastDayForShopper(shopper, order)).containsText(inWords(today.plusDays(15), Locale.ENGLISH));
        Page merchant = openOrder("csr", "fr", order);

        deliver(merchant, today.minusDays(8));
        assertThat(merchant.locator(".rtn-delivery .rtn-confirmation")).hasText("La date de livraison est enregistr\u00e9e.");
        assertThat(lastDayForShopper(shopper, order)).containsText(inWords(today.plusDays(22), Locale.ENGLISH));

        deliver(merchant, today.minusDays(3));
        assertThat(merchant.locator(".rtn-delivery-known")).containsText(inWords(today.minusDays(3), Locale.FRENCH));
        assertThat(lastDayForShopper(shopper, order)).containsText(inWords(today.plusDays(27), Locale.ENGLISH));

        change(merchant);
        merchant.click(".rtn-delivery-clear");
        assertThat(merchant.locator(".rtn-delivery .rtn-confirmation")).hasText("La date de livraison est effac\u00e9e.");
        assertThat(merchant.locator(".rtn-delivery-origin")).containsText("Date effac\u00e9e par Chris Service");
        assertThat(merchant.locator(".rtn-delivery-clear")).hasCount(0);
        assertThat(merchant.locator(".rtn-delivery-day")).hasValue("");
        assertThat(lastDayForShopper(shopper, order)).containsText(inWords(today.plusDays(15), Locale.ENGLISH));
    }

    private static Locator lastDayForShopper(Page shopper, String order) {
        shopper.navigate(TestShop.get().siteUrl() + FormAddresses.form(order));
        return shopper.locator(".rtn-deadline");
    }

    @Test
    void aLateReturnIsCreatedOnAGround() {
        String order = TestShop.newOrder("marie@example.com", 60, Map.of(FERN, 3, POT, 1));
        Page merchant = openOrder("admin", "fr", order);
        openDialog(merchant);
        Locator fern = merchant.locator(".rtn-create-line").first();
        assertThat(fern).containsText("Cet article pouvait être retourné jusqu’au " + inWords(today.minusDays(25), Locale.FRENCH));

        merchant.click("#rtn-create");
        assertThat(merchant.locator("#rtn-create-lines .rtn-error")).hasText("Choisissez au moins un article à retourner.");
        fern.locator(".rtn-create-quantity").fill("4");
        merchant.fill("#rtn-comment", "Elle a <b>fané</b>");
        merchant.click("#rtn-create");
        assertThat(fern.locator(".rtn-error")).hasText(
            new String[] {"Vous pouvez encore en retourner 3 au maximum.", "Choisissez un motif."});
        assertThat(merchant.locator("#rtn-ground")).hasAttribute("aria-invalid", "true");
        assertThat(fern.locator(".rtn-create-quantity")).hasValue("4");
        fern.locator(".rtn-create-quantity").fill("2");
        fern.locator("select").selectOption("DAMAGED");
        merchant.selectOption("#rtn-refund-type", "STORE_CREDIT");
        merchant.fill("#rtn-ground", "Par téléphone, le <i>lundi</i>");
        merchant.dblclick("#rtn-create");

        Locator created = merchant.locator(".rtn-return");
        assertThat(created.locator(".rtn-confirmation")).hasText("Le retour est créé. La confirmation au client est en cours d’envoi.");
        assertThat(created).hasCount(1);
        assertThat(created).hasClass(java.util.regex.Pattern.compile(".*rtn-highlight.*"));
        assertThat(created.locator(".rtn-journal-entry")).containsText("Motif");
        assertThat(created.locator(".rtn-journal-entry")).containsText("Par téléphone, le <i>lundi</i>");
        assertThat(created.locator(".rtn-who")).containsText("boutique");
        List<ReturnRequest> stored = returnsOf(order);
        assertThat(stored).hasSize(1);
        await().until(() -> ReceivedMails.about(stored.get(0).getNumber()).size() == 1);

        Page shopper = browser.shopper("marie@example.com", "fr");
        shopper.navigate(TestShop.get().siteUrl() + "/account/returns/" + stored.get(0).getNumber());
        assertThat(shopper.locator("main")).containsText("Elle a <b>fané</b>");
        assertThat(shopper.locator("main")).not().containsText("Par téléphone");
    }

    @Test
    void aGuestWithoutAnAddressIsNotWrittenTo() {
        String order = TestShop.bean(DemoOrders.class).submitAsGuest(null, 1, Map.of(FERN, 2));
        Page merchant = openOrder("admin", "en", order);
        openDialog(merchant);
        assertThat(merchant.locator("#rtn-confirm")).isDisabled();
        assertThat(merchant.locator("#rtn-confirm")).not().isChecked();

        merchant.locator(".rtn-create-quantity").fill("1");
        merchant.locator(".rtn-create-line select").selectOption("OTHER");
        merchant.selectOption("#rtn-refund-type", "EXCHANGE");
        merchant.click("#rtn-create");

        assertThat(merchant.locator(".rtn-return .rtn-confirmation")).hasText("The return is created. No email was sent.");
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=all");
        assertThat(merchant.locator("td:has-text('" + returnsOf(order).get(0).getNumber() + "')")).isVisible();
    }

    @Test
    void theDialogWorksByKeyboard() {
        Page merchant = openOrder("admin", "en", TestShop.newOrder("john@example.com", Map.of(FERN, 2)));
        merchant.locator(".rtn-create-return").focus();
        merchant.keyboard().press("Enter");
        assertThat(merchant.locator(".rtn-create-quantity")).isFocused();
        for (int i = 0; i < 12; i++) {
            merchant.keyboard().press("Tab");
            assertThat((Boolean) merchant.evaluate("() => document.activeElement.closest('.modal') !== null")).isTrue();
        }
        merchant.keyboard().press("Escape");
        assertThat(merchant.locator("#rtn-create-form")).isHidden();
        assertThat(merchant.locator(".rtn-create-return")).isFocused();
    }

    private Page openOrder(String login, String language, String orderNumber) {
        Page merchant = browser.merchant(login, language);
        merchant.navigate(TestShop.get().adminUrl() + "/order/" + TestShop.orderId(orderNumber) + "#returns");
        return merchant;
    }

    private static void openDialog(Page merchant) {
        merchant.waitForLoadState();
        merchant.click(".rtn-create-return");
        assertThat(merchant.locator("#rtn-create-form")).isVisible();
    }

    /** Opens what stands behind the line with the delivery, unless it is open since something was wrong. */
    private static void change(Page merchant) {
        if (!merchant.locator(".rtn-delivery-day").isVisible()) {
            merchant.click(".rtn-delivery-more summary");
        }
    }

    private static Locator lastDay(Page merchant) {
        openDialog(merchant);
        return merchant.locator(".rtn-create-last");
    }

    private static void close(Page merchant) {
        merchant.click("#rtn-close");
        assertThat(merchant.locator("#rtn-create-form")).isHidden();
    }

    private static void deliver(Page merchant, LocalDate day) {
        change(merchant);
        merchant.fill(".rtn-delivery-day", day.toString());
        merchant.click(".rtn-delivery-save");
    }

    private static String inWords(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    }

    private static List<ReturnRequest> returnsOf(String orderNumber) {
        return TestShop.inTransaction(() -> TestShop.bean(ReturnLookup.class).ofOrder(TestShop.orderId(orderNumber)));
    }
}
