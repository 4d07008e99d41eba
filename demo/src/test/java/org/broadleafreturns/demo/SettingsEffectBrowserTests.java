package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A merchant changes each setting on its page in the back office; the shop's pages and mails show what comes of it. */
class SettingsEffectBrowserTests {

    private static final long FERN = 1;

    @RegisterExtension
    final Browser browser = new Browser();

    private Page merchant;

    @BeforeEach
    @AfterEach
    void asIfNobodyHadSavedAnything() {
        StoredSettings.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void switchedOffNothingIsOfferedAndNoAddressWorks(String language) {
        Words words = new Words(language);
        String email = newCustomer();
        String order = TestShop.newOrder(email, Map.of(FERN, 2));
        Page shopper = browser.shopper(email, language);
        assertThat(shopper.locator(".rtn-order-link")).hasText(words.get("rtn.site.orderLink"));
        assertThat(shopper.locator(".rtn-menu-item")).hasText(words.get("rtn.site.menu"));

        set(language, page -> page.check("#rtn-enabled-false"));

        shopper.reload();
        assertThat(shopper.locator("main")).containsText(order);
        assertThat(shopper.locator(".rtn-order-link")).hasCount(0);
        assertThat(shopper.locator(".rtn-menu-item")).hasCount(0);
        for (String closed : List.of(form(order), form("no-such-order"), "/account/returns")) {
            assertThat(shopper.navigate(address(closed)).status()).isEqualTo(404);
            assertThat(shopper.locator("main h1")).hasText(words.get("rtn.site.closed.title"));
            assertThat(shopper.locator("main")).containsText(words.get("rtn.site.closed.text"));
            assertThat(shopper.locator("main .rtn a")).hasCount(0);
        }

        set(language, page -> page.check("#rtn-enabled-true"));

        assertThat(shopper.navigate(address(form(order))).status()).isEqualTo(200);
    }

    /** A label may wait there. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void switchedOffTheMenuStillLeadsAShopperToTheirReturns(String language) {
        Words words = new Words(language);
        String email = newCustomer();
        String order = TestShop.newOrder(email, Map.of(FERN, 2));
        String number = TestShop.request(order, 0, 1).getNumber();
        set(language, page -> page.check("#rtn-enabled-false"));

        Page shopper = browser.shopper(email, language);
        assertThat(shopper.locator(".rtn-menu-item")).hasText(words.get("rtn.site.menu"));
        assertThat(shopper.locator(".rtn-order-link")).hasCount(0);
        shopper.navigate(address(form(order)));
        assertThat(shopper.locator("main h1")).hasText(words.get("rtn.site.closed.title"));
        shopper.click("main .rtn a");
        assertThat(shopper.locator(".rtn-returns")).containsText(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theDaysDecideUntilWhenAnArticleCanBeReturned(String language) {
        Words words = new Words(language);
        String email = newCustomer();
        String order = TestShop.newOrder(email, 10, Map.of(FERN, 2));
        LocalDate ordered = TestShop.inTransaction(() -> TestShop.bean(ShopOrders.class).findByNumber(order).orElseThrow()
            .getSubmitDate().toInstant().atZone(ZoneOffset.UTC).toLocalDate());
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.forLanguageTag(language));
        Page shopper = browser.shopper(email, language);
        Locator line = shopper.locator(".rtn-line");
        Locator deadline = shopper.locator(".rtn-deadline");

        set(language, page -> {
            page.fill("#rtn-windowDays", "20");
            page.fill("#rtn-transitDays", "3");
        });
        shopper.navigate(address(form(order)));
        assertThat(deadline).hasText(words.say("rtn.site.request.deadline", day.format(ordered.plusDays(35))));
        StoredSettings.haveAlwaysHeld();
        shopper.reload();
        assertThat(deadline).hasText(words.say("rtn.site.request.deadline", day.format(ordered.plusDays(23))));

        set(language, page -> page.check("#rtn-windowStart-ORDER"));
        StoredSettings.haveAlwaysHeld();
        shopper.reload();
        assertThat(deadline).hasText(words.say("rtn.site.request.deadline", day.format(ordered.plusDays(20))));

        set(language, page -> page.fill("#rtn-windowDays", "40"));
        shopper.reload();
        assertThat(deadline).hasText(words.say("rtn.site.request.deadline", day.format(ordered.plusDays(40))));

        set(language, page -> page.fill("#rtn-windowDays", "5"));
        shopper.reload();
        assertThat(deadline).hasText(words.say("rtn.site.request.deadline", day.format(ordered.plusDays(40))));
        StoredSettings.haveAlwaysHeld();
        shopper.reload();
        assertThat(line).containsText(day.format(ordered.plusDays(5)));
        assertThat(line.locator("input")).hasCount(0);
        assertThat(shopper.locator("#rtn-submit")).hasCount(0);
        assertThat(shopper.locator(".rtn-notice")).hasText(words.get("rtn.site.request.nothing"));
        shopper.navigate(address("/account/orders"));
        assertThat(shopper.locator(".rtn-order-link")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void anOrderHasNoMoreReturnsThanTheMaximum(String language) {
        Words words = new Words(language);
        String email = newCustomer();
        String order = TestShop.newOrder(email, Map.of(FERN, 3));
        TestShop.request(order, 0, 1);
        Page shopper = browser.shopper(email, language);
        shopper.navigate(address(form(order)));
        assertThat(shopper.locator("#rtn-submit")).isVisible();

        set(language, page -> page.fill("#rtn-maximumReturnsPerOrder", "1"));

        shopper.reload();
        assertThat(shopper.locator(".rtn-notice")).hasText(words.say("rtn.objection.order.maximum", 1));
        assertThat(shopper.locator("#rtn-submit")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void photosAreAsManyAndAsLargeAsTheyMayBe(String language) {
        Words words = new Words(language);
        String email = newCustomer();
        String order = TestShop.newOrder(email, Map.of(FERN, 2));
        // A script makes photos smaller that are too large.
        Page shopper = browser.shopper(email, language, false);

        set(language, page -> {
            page.fill("#rtn-maximumPhotos", "2");
            page.fill("#rtn-maximumFileSize", language.equals("fr") ? "0,5" : "0.5");
        });
        shopper.navigate(address(form(order)));
        assertThat(shopper.locator("#rtn-photos-hint")).hasText(words.say("rtn.site.request.photos.hint", 2, 0.5));
        shopper.click("#rtn-add-photos");
        assertThat(shopper.locator("#rtn-photo-hint")).hasText(words.say("rtn.site.photos.hint", 2, 0.5));
        shopper.setInputFiles("#rtn-photo-files", new FilePayload[] {photo("large.png", 600 * 1024), photo("a.png", 1000),
            photo("b.png", 1000), photo("c.png", 1000)});
        shopper.click("#rtn-send-photos");
        assertThat(shopper.locator("img.rtn-photo")).hasCount(2);
        assertThat(shopper.locator("#rtn-photo-errors .rtn-error")).hasText(new String[] {
            words.say("rtn.objection.photo.tooLarge", "large.png", 0.5), words.say("rtn.objection.photos.tooMany", "c.png", 2)});

        set(language, page -> page.fill("#rtn-maximumPhotos", "0"));
        shopper.navigate(address(form(TestShop.newOrder(email, Map.of(FERN, 1)))));
        assertThat(shopper.locator("#rtn-submit")).isVisible();
        assertThat(shopper.locator("#rtn-photos")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theMerchantsTextsAreReadInTheShoppersLanguage(String language) {
        String email = newCustomer();
        String order = TestShop.newOrder(email, Map.of(FERN, 30));
        List<ReturnRequest> returns = Arrays.stream(ReturnStatus.values()).map(status -> returnThatIs(status, order)).toList();
        set(language, page -> {
            page.fill("#rtn-formMessage-en", "Please keep the <b>tags</b> on.<script>alert(1)</script>");
            page.fill("#rtn-formMessage-fr", "Gardez les <b>étiquettes</b>.<script>alert(1)</script>");
            for (ReturnStatus status : ReturnStatus.values()) {
                page.fill("#rtn-statusDescription-" + status + "-en", status + ": what to do <now>");
                page.fill("#rtn-statusDescription-" + status + "-fr", status + " : que faire <ici>");
            }
        });
        Page shopper = browser.shopper(email, language);

        shopper.navigate(address(form(order)));
        assertThat(shopper.locator(".rtn-form-message b")).hasText(language.equals("fr") ? "étiquettes" : "tags");
        assertThat(shopper.locator(".rtn-form-message script")).hasCount(0);

        for (ReturnRequest request : returns) {
            String said = request.getStatus() + (language.equals("fr") ? " : que faire <ici>" : ": what to do <now>");
            shopper.navigate(address("/account/returns/" + request.getNumber()));
            assertThat(shopper.locator(".rtn-next")).containsText(said);
        }
        shopper.navigate(address("/account/returns"));
        assertThat(shopper.locator("#rtn-card-" + returns.get(0).getNumber() + " .rtn-card-said"))
            .hasText(ReturnStatus.REQUESTED + (language.equals("fr") ? " : que faire <ici>" : ": what to do <now>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void numbersMailsAndTheReturnAddressAreTheShops(String language) throws Exception {
        String email = newCustomer();
        String order = TestShop.newOrder(email, Map.of(FERN, 2));
        String other = language.equals("fr") ? "en" : "fr";
        String desk = "desk-" + UUID.randomUUID() + "@plants.example";
        set(language, page -> {
            page.fill("#rtn-numberPrefix", "LEAF");
            page.fill("#rtn-returnAddress", "Leaf & Root\n1 Garden <Row>");
            page.fill("#rtn-senderName", "Café Leaf");
            page.fill("#rtn-senderAddress", "leaf@plants.example");
            page.fill("#rtn-notified", desk);
            page.click("label[for='rtn-shopLanguage-" + other + "']");
        });
        Page shopper = browser.shopper(email, language);
        shopper.navigate(address(form(order)));
        RequestPage.pick(shopper, 0, 1, "WRONG_ARTICLE");
        RequestPage.settle(shopper, "ORIGINAL_PAYMENT");
        shopper.click("#rtn-submit");
        shopper.click("#rtn-send");

        shopper.waitForURL("**/account/returns/LEAF*");
        String number = shopper.url().replaceAll(".*/account/returns/([^/?#;]+).*", "$1");
        MimeMessage confirmation = await().until(() -> ReceivedMails.about(number).stream()
            .findFirst().orElse(null), mail -> mail != null);
        assertThat(confirmation.getFrom()).containsExactly(new InternetAddress("leaf@plants.example", "Café Leaf", "UTF-8"));
        await().until(() -> ReceivedMails.toShop(number).stream()
            .map(ReceivedMails::recipient).toList(), List.of(desk)::equals);
        assertThat(ReceivedMails.toShop(number).get(0).getSubject()).startsWith(other.equals("fr") ? "Nouvelle demande" : "New return request");

        assertThat(shopper.locator(".rtn-address")).hasCount(0);
        sendLabel(TestShop.inTransaction(() -> TestShop.bean(ReturnLookup.class).byNumber(number).orElseThrow()));
        shopper.reload();
        assertThat(shopper.locator(".rtn-address")).containsText("1 Garden <Row>");
    }

    private static ReturnRequest returnThatIs(ReturnStatus status, String order) {
        ReturnRequest request = TestShop.request(order, 0, 2);
        return switch (status) {
            case REQUESTED -> request;
            case LABEL_SENT -> sendLabel(request);
            case PARTIALLY_ACCEPTED -> apply(TestShop.bean(StatusChangeService.class).preview(new StatusChange(request.getNumber(),
                request.getVersion(), status, null, null, Map.of(request.getLines().get(0).getId(), 1), null,
                TestShop.reasons(status)), TestShop.ADMIN));
            default -> apply(TestShop.preview(request, status, null, null));
        };
    }

    private static ReturnRequest sendLabel(ReturnRequest request) {
        return apply(TestShop.preview(request, ReturnStatus.LABEL_SENT, null,
            new StatusChange.LabelFile("label.pdf", () -> new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)))));
    }

    private static ReturnRequest apply(StatusPreview preview) {
        return TestShop.bean(StatusChangeService.class).apply(preview.getToken(), false, TestShop.ADMIN);
    }

    /** Opens the page of the settings, changes something there and saves. */
    private void set(String language, Consumer<Page> change) {
        if (merchant == null) {
            merchant = browser.merchant("admin", language);
        }
        merchant.navigate(TestShop.get().adminUrl() + "/return-settings");
        change.accept(merchant);
        merchant.click("#rtn-save");
        assertThat(merchant.locator(".rtn-confirmation")).hasText(new Words(language).get("rtn.admin.settings.saved"));
    }

    private static String newCustomer() {
        String email = "settings-" + UUID.randomUUID() + "@example.com";
        TestShop.newCustomer(email, "Sam", "Setter");
        return email;
    }

    private static String form(String order) {
        return FormAddresses.form(order);
    }

    private static String address(String path) {
        return TestShop.get().siteUrl() + path;
    }

    /** A picture's first bytes with zeros after them. */
    private static FilePayload photo(String name, int size) {
        return new FilePayload(name, "image/png", Arrays.copyOf(TestShop.PNG, size));
    }
}
