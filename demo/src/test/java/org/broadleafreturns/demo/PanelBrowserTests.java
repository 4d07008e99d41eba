package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.broadleafreturns.core.draft.DraftInput;
import org.broadleafreturns.core.draft.PhotoFile;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

/** An order's returns as a merchant reads them on the page of the order. */
class PanelBrowserTests {

    private static final long FERN = 1;
    private static final long POT = 5;
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whoComesFromTheListSeesTheReturnWithoutScrolling(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.request(newOrder(Map.of(FERN, 3)), 0, 2);
        Page merchant = browser.merchant("admin", language);

        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());

        Locator panel = panel(merchant, request);
        assertThat(panel.locator("h3")).hasText(request.getNumber());
        merchant.waitForCondition(() -> !Browser.isCovered(panel.locator("h3")));
        merchant.waitForCondition(() -> !Browser.isCovered(panel.locator(".rtn-next-step")));
        Assertions.assertThat(scrolled(merchant)).isLessThan(400);
        assertThat(merchant.locator(".rtn-count-open")).hasText(words.say("rtn.admin.panel.open", 1));

        // What else there is of the order is one step away, and so is the way back to its returns.
        merchant.navigate(TestShop.get().adminUrl() + "/order/" + request.getOrderId());
        Locator tab = merchant.locator(".rtn-tab-link");
        if (tab.count() > 0) {
            assertThat(panel).isHidden();
            assertThat(tab).containsText(words.say("rtn.admin.panel.open", 1));
            tab.focus();
            merchant.keyboard().press("Enter");
            assertThat(tab).hasAttribute("aria-current", "true");
            assertThat(merchant.locator(".tabs-content")).isHidden();
            assertThat(panel).isVisible();
            merchant.locator("dl.tabs a").first().click();
            assertThat(panel).isHidden();
            assertThat(merchant.locator(".tabs-content")).isVisible();
        } else {
            assertThat(panel.locator("h3")).isVisible();
            Assertions.assertThat(panel.boundingBox().y).isLessThan(merchant.locator(".section-tabs").boundingBox().y);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void anArticleIsKnownByPictureOptionsAndNumbersAndSaysWhatItCost(String language) {
        Words words = new Words(language);
        String email = newCustomer();
        ReturnRequest request = TestShop.request(TestShop.bean(DemoOrders.class).submitPaidByCard(email, Map.of(POT, 4)), 0, 3);
        TestShop.change(request, ReturnStatus.RECEIVED, false);
        Page merchant = open("admin", language, request);

        Locator row = panel(merchant, request).locator(".rtn-lines tbody tr");
        Locator picture = Browser.looksAt(panel(merchant, request).locator(".rtn-article-picture"));
        merchant.waitForFunction("picture => picture.naturalWidth > 0", picture.elementHandle());
        assertThat(row.locator(".rtn-article-codes")).hasText(Pattern.compile("\\S+"));
        // Four for 39.80 with a fifth of tax on top.
        assertThat(row.locator(".rtn-unit-price")).hasText(euro("9.95", language));
        assertThat(row.locator(".rtn-line-paid")).hasText(euro("35.82", language));
        assertThat(panel(merchant, request).locator(".rtn-total-paid")).hasText(euro("35.82", language));
        assertThat(row.locator(".rtn-requested")).hasText("3");
        assertThat(row.locator(".rtn-received")).hasText("3");
        assertThat(row.locator(".rtn-undecided").first()).hasAttribute("aria-label", words.get("rtn.admin.line.undecided"));

        partly(request, 1);
        merchant.reload();
        assertThat(row.locator(".rtn-accepted")).hasText("1");
        assertThat(row.locator(".rtn-refused")).hasText("2");
        assertThat(row.locator(".rtn-undecided")).hasCount(0);
        assertThat(panel(merchant, request).locator(".rtn-total-refused")).hasText("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theNextStepIsOneButtonAndTheSpecificationsOwnStands(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.request(newOrder(Map.of(FERN, 3)), 0, 2);
        Page merchant = open("admin", language, request);
        Locator panel = panel(merchant, request);
        Locator next = panel.locator(".rtn-next-step");

        assertThat(next).hasText(words.get("rtn.admin.next.LABEL_SENT"));
        assertThat(panel.locator(".rtn-update-status")).hasText(words.get("rtn.admin.status.open"));
        next.click();
        assertThat(merchant.locator("#rtn-status")).hasValue("LABEL_SENT");
        assertThat(merchant.locator("#rtn-label")).isVisible();
        merchant.keyboard().press("Escape");

        // Nothing is chosen for whoever takes the other button.
        panel.locator(".rtn-update-status").click();
        assertThat(merchant.locator("#rtn-status")).hasValue("");
        merchant.keyboard().press("Escape");

        TestShop.sendLabel(request);
        merchant.reload();
        assertThat(next).hasText(words.get("rtn.admin.next.RECEIVED"));
        next.click();
        assertThat(merchant.locator("#rtn-status")).hasValue("RECEIVED");
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");
        assertThat(next).hasText(words.get("rtn.admin.next.ACCEPTED"));
        next.click();
        assertThat(merchant.locator("#rtn-status")).hasValue("ACCEPTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theJournalShowsTheLastStepAndWhatWasNotedAndOpensToAll(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.request(newOrder(Map.of(FERN, 3)), 0, 2);
        TestShop.sendLabel(request);
        ReturnRequest sent = request(request);
        StatusChangeService changes = TestShop.bean(StatusChangeService.class);
        changes.apply(changes.preview(new StatusChange(sent.getNumber(), sent.getVersion(), ReturnStatus.RECEIVED, "It is here, thank you",
            null, Map.of(), null, Map.of()), TestShop.ADMIN).getToken(), false, TestShop.ADMIN);
        Page merchant = open("admin", language, request);
        Locator panel = panel(merchant, request);
        Locator entries = panel.locator(".rtn-journal-entry");

        assertThat(entries).hasCount(3);
        assertThat(entries.nth(0)).isVisible();
        assertThat(entries.nth(1)).isHidden();
        assertThat(panel.getByText("It is here, thank you")).hasCount(1);
        assertThat(panel.getByText("It is here, thank you")).isVisible();
        panel.locator(".rtn-note summary").click();
        panel.locator(".rtn-note textarea").fill("Stem cut");
        panel.locator(".rtn-note-save").click();
        TestShop.change(request(request), ReturnStatus.ACCEPTED, false);
        merchant.reload();

        assertThat(entries.nth(0).locator(".rtn-tag").last()).hasText(words.get("rtn.status.ACCEPTED"));
        assertThat(panel.locator(".rtn-journal-entry[data-kind=NOTE]")).isVisible();
        Locator all = panel.locator(".rtn-journal-all summary");
        assertThat(all).hasText(words.say("rtn.admin.journal.all", entries.count()));
        all.focus();
        merchant.keyboard().press("Enter");
        assertThat(entries.last()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void fiftyReturnsAreAPageThatOnePersonCanRead(String language) {
        Words words = new Words(language);
        String order = newOrder(Map.of(FERN, 60));
        List<ReturnRequest> closed = new ArrayList<>();
        for (int i = 0; i < 49; i++) {
            closed.add(TestShop.change(TestShop.request(order, 0, 1), ReturnStatus.CANCELLED, false));
        }
        ReturnRequest running = TestShop.request(order, 0, 1);
        Page merchant = open("admin", language, running);

        assertThat(merchant.locator(".rtn-return")).hasCount(50);
        assertThat(merchant.locator("article.rtn-return")).hasCount(1);
        assertThat(merchant.locator(".rtn-count-closed")).hasText(words.say("rtn.admin.panel.closed", 49));
        Assertions.assertThat(merchant.locator(".rtn-panel").boundingBox().height).isLessThan(3000);

        // The oldest has but its line, until somebody opens it.
        Locator oldest = panel(merchant, closed.get(0));
        assertThat(oldest.locator("summary .rtn-tag")).hasText(words.get("rtn.status.CANCELLED"));
        assertThat(oldest.locator(".rtn-closed-articles")).containsText("1 × ");
        assertThat(oldest.locator(".rtn-lines")).hasCount(0);
        oldest.locator("summary").click();
        assertThat(oldest.locator(".rtn-lines tbody tr")).hasCount(1);
        assertThat(oldest.locator(".rtn-note summary")).isVisible();

        // Whoever comes for one finds it open, and without a script by its address.
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + closed.get(1).getNumber());
        assertThat(panel(merchant, closed.get(1)).locator(".rtn-lines")).isVisible();
        merchant.waitForCondition(() -> !Browser.isCovered(panel(merchant, closed.get(1)).locator("summary .rtn-number")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void ofManyOpenReturnsTheLastAreWholeWhenSomebodyAsks(String language) {
        Words words = new Words(language);
        String order = newOrder(Map.of(FERN, 60));
        List<ReturnRequest> running = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            running.add(TestShop.request(order, 0, 1));
        }
        Page merchant = open("admin", language, running.get(12));
        assertThat(merchant.locator("article.rtn-return")).hasCount(13);
        assertThat(merchant.locator("article.rtn-return .rtn-lines")).hasCount(10);

        Locator oldest = panel(merchant, running.get(0));
        assertThat(oldest.locator(".rtn-whole-articles")).containsText("1 × ");
        assertThat(oldest.locator(".rtn-update-status")).isEnabled();
        oldest.locator(".rtn-whole a").press("Enter");
        assertThat(oldest.locator(".rtn-lines tbody tr")).hasCount(1);
        assertThat(oldest.locator(".rtn-whole")).hasCount(0);
        assertThat(oldest).isFocused();

        // Whoever comes for one finds it whole.
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + running.get(1).getNumber());
        assertThat(panel(merchant, running.get(1)).locator(".rtn-lines")).isVisible();
        assertThat(panel(merchant, running.get(2)).locator(".rtn-whole a")).hasText(words.get("rtn.admin.panel.whole"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aPhotoIsSmallAndOpensInPlace(String language) throws IOException {
        Words words = new Words(language);
        String email = newCustomer();
        String order = TestShop.newOrder(email, Map.of(FERN, 3));
        ReturnRequest request = withPhotos(order, new PhotoFile("crack.jpg", new ByteArrayResource(picture(900, 600, "jpg"))),
            new PhotoFile("bomb.png", new ByteArrayResource(picture(20_001, 1, "png"))));
        Page merchant = open("admin", language, request);
        Locator photos = panel(merchant, request).locator(".rtn-photo-link");
        assertThat(photos).hasCount(2);
        assertThat(photos.nth(0).locator("img")).hasAttribute("alt", words.say("rtn.admin.panel.photo", 1, "crack.jpg"));
        assertThat(Browser.looksAt(photos.nth(0).locator(".rtn-photo"))).hasJSProperty("naturalWidth", 320);

        photos.nth(0).focus();
        merchant.keyboard().press("Enter");
        Locator dialog = merchant.locator(".rtn-photo-dialog");
        assertThat(dialog).isVisible();
        assertThat(dialog.locator(".rtn-photo-close")).isFocused();
        assertThat(dialog.locator("img")).hasJSProperty("naturalWidth", 900);
        merchant.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(photos.nth(0)).isFocused();
        photos.nth(0).click();
        dialog.locator(".rtn-photo-close").click();
        assertThat(dialog).hasCount(0);

        // What has too many pixels is a file, and shown to nobody.
        assertThat(photos.nth(1)).hasClass(Pattern.compile(".*rtn-photo-none.*"));
        Download saved = merchant.waitForDownload(() -> photos.nth(1).click());
        Assertions.assertThat(saved.suggestedFilename()).isEqualTo("bomb.png");
    }

    @Test
    void everyRegionHasANameOfItsOwnAndHeadingsFollowEachOther() {
        String order = newOrder(Map.of(FERN, 5));
        TestShop.change(TestShop.request(order, 0, 1), ReturnStatus.CANCELLED, false);
        TestShop.request(order, 0, 1);
        ReturnRequest request = TestShop.request(order, 0, 1);
        Page merchant = open("admin", "en", request);

        @SuppressWarnings("unchecked")
        List<String> names = (List<String>) merchant.evaluate("() => [...document.querySelectorAll('.rtn-panel [role=region], .rtn-panel"
            + " section, .rtn-panel article')].map(part => (part.getAttribute('aria-labelledby') || '').split(' ')"
            + ".map(id => (document.getElementById(id) || {}).textContent).join(' '))");
        Assertions.assertThat(names).isNotEmpty().doesNotHaveDuplicates().allMatch(name -> !name.contains("undefined"));
        Assertions.assertThat(names).contains("Articles of the return " + request.getNumber(), "Journal " + request.getNumber());
        @SuppressWarnings("unchecked")
        List<Integer> levels = (List<Integer>) merchant.evaluate("() => [...document.querySelectorAll('.rtn-panel h1, .rtn-panel h2,"
            + " .rtn-panel h3, .rtn-panel h4, .rtn-panel h5')].map(heading => Number(heading.tagName.slice(1)))");
        Assertions.assertThat(levels).startsWith(2, 3);
        for (int i = 1; i < levels.size(); i++) {
            Assertions.assertThat(levels.get(i) - levels.get(i - 1)).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void deliveryAndLastDayAreOneLine(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.request(TestShop.newOrder(newCustomer(), 20, Map.of(FERN, 5)), 0, 1);
        LocalDate lastDay = LocalDate.now(ZoneOffset.UTC).plusDays(15);
        Page merchant = open("csr", language, request);
        Locator line = merchant.locator(".rtn-orderline");

        Assertions.assertThat(line.boundingBox().height).isLessThan(60);
        assertThat(line.locator(".rtn-delivery-units")).hasText(words.say("rtn.admin.delivery.units", 5));
        assertThat(line.locator(".rtn-last-day")).hasText(words.say("rtn.admin.panel.lastDay",
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.forLanguageTag(language)).format(lastDay)));
        assertThat(line.locator(".rtn-delivery-day")).isHidden();
        line.locator(".rtn-delivery-more summary").click();
        assertThat(line.locator(".rtn-delivery-day")).isVisible();
    }

    @Test
    void nothingOfThePanelIsWiderThanATelephone() {
        ReturnRequest request = TestShop.request(TestShop.bean(DemoOrders.class).submitPaidByCard(newCustomer(), Map.of(POT, 4)), 0, 3);
        partly(request, 1);
        Page merchant = open("admin", "fr", request);
        for (int width : List.of(320, 400, 800)) {
            merchant.setViewportSize(width, 900);
            Assertions.assertThat(merchant.evaluate("() => [...document.querySelectorAll('.rtn-panel *')].filter(part => part.offsetParent"
                + " && !part.closest('.rtn-scroll') && part.getBoundingClientRect().right > window.innerWidth + 1"
                // Heads of columns that are there for screen readers alone are cut off.
                + " && !(part.closest('thead') && getComputedStyle(part.closest('thead')).position === 'absolute'))"
                + ".map(part => part.className).join(', ')")).isEqualTo("");
        }
    }

    @Test
    void whatIsPressedCountsWhereverThePageMovesMeanwhile() {
        ReturnRequest request = TestShop.request(newOrder(Map.of(FERN, 3)), 0, 2);
        Page merchant = open("admin", "en", request);
        Locator opener = panel(merchant, request).locator(".rtn-update-status");
        opener.hover();
        merchant.mouse().down();
        merchant.evaluate("() => { document.querySelector('.rtn-panel').style.paddingTop = '300px'; }");
        merchant.mouse().up();
        assertThat(merchant.locator("#rtn-status-form")).isVisible();
        assertThat(merchant.locator("#rtn-status-form")).hasCount(1);
    }

    @Test
    void theTabIsInSightOnATelephone() {
        ReturnRequest request = TestShop.request(newOrder(Map.of(FERN, 3)), 0, 2);
        Page merchant = browser.merchant("admin", "fr");
        merchant.setViewportSize(400, 900);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        Locator tab = merchant.locator(".rtn-tab-link");
        if (tab.count() > 0) {
            assertThat(tab).isVisible();
            merchant.waitForCondition(() -> {
                BoundingBox seen = merchant.locator("dl.tabs.entity-form").boundingBox();
                BoundingBox own = tab.boundingBox();
                // In French it is a little wider than the place that the platform leaves for it.
                return own.x + own.width / 2 > seen.x && own.x + own.width <= seen.x + seen.width + 1 && own.y < seen.y + seen.height;
            });
            Assertions.assertThat(merchant.evaluate("() => { const row = document.querySelector('.rtn-tab').parentElement;"
                + " return row.scrollWidth - row.clientWidth; }")).isEqualTo(0);
        }
    }

    private Page open(String login, String language, ReturnRequest request) {
        Page merchant = browser.merchant(login, language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        merchant.waitForLoadState();
        return merchant;
    }

    private static Locator panel(Page merchant, ReturnRequest request) {
        return merchant.locator("#return-" + request.getNumber());
    }

    /** How far the page is scrolled, of which in Broadleaf 7.0 only a part is. */
    private static int scrolled(Page merchant) {
        return ((Number) merchant.evaluate("() => window.scrollY + ((document.querySelector('.main-content') || {}).scrollTop || 0)")).intValue();
    }

    private static String newCustomer() {
        String email = "panel-" + CUSTOMERS.incrementAndGet() + "@example.com";
        TestShop.newCustomer(email, "Paula", "Nell");
        return email;
    }

    private static String newOrder(Map<Long, Integer> products) {
        return TestShop.newOrder(newCustomer(), products);
    }

    private static ReturnRequest request(ReturnRequest before) {
        return TestShop.bean(ReturnLookup.class).byNumber(before.getNumber()).orElseThrow();
    }

    private static void partly(ReturnRequest before, int accepted) {
        ReturnRequest now = request(before);
        StatusChangeService changes = TestShop.bean(StatusChangeService.class);
        changes.apply(changes.preview(new StatusChange(now.getNumber(), now.getVersion(), ReturnStatus.PARTIALLY_ACCEPTED, null, null,
            Map.of(before.getLines().get(0).getId(), accepted), null, TestShop.reasons(ReturnStatus.PARTIALLY_ACCEPTED)),
            TestShop.ADMIN).getToken(), false, TestShop.ADMIN);
    }

    private static ReturnRequest withPhotos(String order, PhotoFile... photos) {
        SubmitReturn wish = TestShop.wish(order, 0, 1, null);
        Long item = wish.lines().get(0).orderItemId();
        ReturnDraftService drafts = TestShop.bean(ReturnDraftService.class);
        String token = drafts.save(order, wish.customerId(), null,
            new DraftInput(Map.of(item, "1"), Map.of(item, "OTHER"), "ORIGINAL_PAYMENT", null)).getToken();
        Assertions.assertThat(drafts.addPhotos(order, wish.customerId(), token, List.of(photos))).isEmpty();
        return drafts.send(order, wish.customerId(), token, Locale.ENGLISH);
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static String euro(String amount, String language) {
        return language.equals("fr") ? amount.replace('.', ',') + "\u00a0€" : "€" + amount;
    }
}
