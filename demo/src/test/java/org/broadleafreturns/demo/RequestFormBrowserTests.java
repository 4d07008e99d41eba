package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shopper does with a telephone or a keyboard, with scripts and without. */
class RequestFormBrowserTests {

    private static final long FERN = 1;
    private static final long POT = 5;
    private static final long GUIDE = 9;
    /** Besides the two for the reason, and those in the telephone's own choice of photos. */
    private static final int MOST_TAPS = 6;
    private static final byte[] PHOTO = Base64.getDecoder().decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGNQaHD436AAAAhkAoBLTwO0AAAAAElFTkSuQmCC");

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @CsvSource({"john@example.com, en, 320", "marie@example.com, fr, 320", "john@example.com, en, 390", "marie@example.com, fr, 1280"})
    void aReturnWithTwoPhotosIsAskedFor(String email, String language, int width) {
        Page page = shopper(email, language, width, true);
        page.navigate(form(TestShop.newOrder(email, Map.of(FERN, 3, POT, 2))));
        Locator fern = page.locator(".rtn-line").first();
        assertThat(fern.locator(".rtn-fields")).isHidden();
        assertThat(fern.locator("img")).isVisible();

        fern.locator(".rtn-picture").click();
        assertThat(fern.locator(".rtn-tick")).isChecked();
        assertThat(fern.locator("[name^=quantity]")).hasValue("1");
        assertThat(fern.locator(".rtn-less")).isDisabled();
        fern.locator(".rtn-more").click();
        fern.locator(".rtn-more").click();
        assertThat(fern.locator("[name^=quantity]")).hasValue("3");
        assertThat(fern.locator(".rtn-more")).isDisabled();
        fern.locator("select").selectOption("DAMAGED");
        assertThat(page.locator(".rtn-line").nth(1).locator(".rtn-fields")).isHidden();
        assertFits(page);
        page.setInputFiles("#rtn-photo-chooser", new FilePayload[] {photo("a.png"), photo("dégât.png")});
        assertThat(page.locator("#rtn-photos [name=remove]")).hasCount(2);
        assertThat(page.locator(".rtn-tile-busy")).hasCount(0);
        assertFits(page);
        RequestPage.settle(page, "ORIGINAL_PAYMENT");
        page.fill("#rtn-comment", "Une feuille est cassée");
        String expected = page.locator(".rtn-bar-expected strong").textContent();
        page.click("#rtn-submit");

        assertThat(page.locator("main h1")).hasText(new Words(language).get("rtn.site.summary.title"));
        assertThat(page.locator("main")).containsText("Une feuille est cassée");
        assertThat(page.locator(".rtn-expected strong")).hasText(expected);
        assertThat(page.locator(".rtn-item")).hasCount(1);
        assertThat(page.locator(".rtn-item-worth")).hasText(expected);
        page.waitForFunction("[...document.querySelectorAll('img.rtn-photo')].every(photo => photo.naturalWidth === 2)");
        assertFits(page);
        page.dblclick("#rtn-send");
        page.waitForURL("**/account/returns/R*");
        assertThat(page.locator("img.rtn-photo")).hasCount(2);
        assertFits(page);
    }

    /** How long it takes is a matter of fingers; how often one has to tap is the page's. */
    @ParameterizedTest
    @CsvSource({"john@example.com, en", "marie@example.com, fr"})
    void aReturnWithTwoPhotosTakesFewTapsFromTheListOfOrdersOn(String email, String language) {
        String order = TestShop.newOrder(email, Map.of(FERN, 3, POT, 2));
        Page page = shopper(email, language, 390, true);
        page.context().addInitScript("addEventListener('pointerdown', () => sessionStorage.setItem('taps', 1 + Number(sessionStorage.getItem('taps'))), true)");
        page.navigate(TestShop.get().siteUrl() + "/account/orders");

        page.locator(".rtn-order-link[href*='" + order + "']").click();
        // The page's script is at its end.
        assertThat(page.locator(".rtn-fields").first()).isHidden();
        page.locator(".rtn-line").first().locator(".rtn-picture").click();
        page.locator(".rtn-line").first().locator("select").selectOption("DAMAGED");
        FileChooser chooser = page.waitForFileChooser(() -> page.locator("label.rtn-add").click());
        chooser.setFiles(new FilePayload[] {photo("a.png"), photo("b.png")});
        assertThat(page.locator("#rtn-photos [name=remove]")).hasCount(2);
        page.locator("label[for=rtn-refund-type-ORIGINAL_PAYMENT]").click();
        page.click("#rtn-submit");
        page.click("#rtn-send");
        page.waitForURL("**/account/returns/R*");

        assertThat(page.locator("img.rtn-photo")).hasCount(2);
        assertThat(page.evaluate("Number(sessionStorage.getItem('taps'))")).isEqualTo(MOST_TAPS);
    }

    @ParameterizedTest
    @CsvSource({"john@example.com, en, 320", "marie@example.com, fr, 400"})
    void withoutAScriptARequestWithPhotosFitsATelephoneAndNothingIsLostOnTheWay(String email, String language, int width) {
        Words words = new Words(language);
        Page page = shopper(email, language, width, false);
        page.navigate(form(TestShop.newOrder(email, Map.of(FERN, 2))));
        assertThat(page.locator(".rtn-tick")).isHidden();
        assertThat(page.locator(".rtn-more")).isHidden();
        assertThat(page.locator("#rtn-photo-chooser")).hasCount(0);
        page.locator("input[name^='quantity']").fill("1");
        assertFits(page);
        page.click("#rtn-add-photos");
        assertFits(page);
        page.setInputFiles("#rtn-photo-files", photo("dégât.png"));
        page.click("#rtn-send-photos");
        assertThat(page.locator("img.rtn-photo")).hasAttribute("alt", "dégât.png");
        assertThat(page.locator("input[name^='quantity']")).hasValue("1");
        assertFits(page);

        RequestPage.pick(page, 0, 1, "DAMAGED");
        RequestPage.settle(page, "ORIGINAL_PAYMENT");
        page.fill("#rtn-comment", "Une feuille est cassée");
        page.click("#rtn-add-photos");
        page.setInputFiles("#rtn-photo-files", new FilePayload("page.jpg", "image/jpeg", "<html>".getBytes()));
        page.click("#rtn-send-photos");
        assertThat(page.locator("#rtn-photo-errors .rtn-error")).hasText(words.say("rtn.objection.photo.wrongType", "page.jpg"));
        assertThat(page.locator("#rtn-photo-errors")).isFocused();
        assertThat(page).hasTitle(beginsWithError(language));
        assertThat(page.url()).doesNotContain("csrfToken");
        assertFits(page);
        page.click("#rtn-back");
        assertThat(page.locator("#rtn-comment")).hasValue("Une feuille est cassée");
        assertThat(page.locator("#rtn-refund-type-ORIGINAL_PAYMENT")).isChecked();
        assertThat(page.locator("img.rtn-photo")).hasCount(1);
        // What was entered before is counted by the server.
        assertThat(page.locator(".rtn-bar-expected")).isVisible();
        String expected = page.locator(".rtn-bar-expected strong").textContent();
        assertFits(page);

        page.click("#rtn-submit");
        assertThat(page.locator("main h1")).hasText(words.get("rtn.site.summary.title"));
        assertThat(page.locator("main")).containsText("Une feuille est cassée");
        assertThat(page.locator(".rtn-expected strong")).hasText(expected);
        assertFits(page);
        page.click("#rtn-back");
        assertThat(page.locator("#rtn-comment")).hasValue("Une feuille est cassée");
        page.click("#rtn-submit");
        page.dblclick("#rtn-send");
        page.waitForURL("**/account/returns/R*");
        assertThat(page.locator(".rtn-banner")).containsText(words.get("rtn.site.confirmed.title"));
        assertThat(page.locator("img.rtn-photo")).hasCount(1);
        assertFits(page);
    }

    @ParameterizedTest
    @CsvSource({"john@example.com, en, true", "marie@example.com, fr, true", "john@example.com, en, false", "marie@example.com, fr, false"})
    void focusAndTitleTellOfErrorsAndEachLeadsToItsField(String email, String language, boolean scripts) {
        Words words = new Words(language);
        Page page = shopper(email, language, 320, scripts);
        page.navigate(form(TestShop.newOrder(email, Map.of(FERN, 2))));
        assertThat(page).not().hasTitle(beginsWithError(language));
        page.click("#rtn-submit");

        Locator errors = page.locator("#rtn-errors");
        assertThat(page).hasTitle(beginsWithError(language));
        assertThat(errors).isFocused();
        assertThat(errors.locator("a")).hasText(new String[] {
            words.get("rtn.objection.lines.none"), words.get("rtn.objection.refundType.missing")});
        assertThat(page.locator("#rtn-refund-type")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#rtn-refund-type")).hasAttribute("aria-describedby", "rtn-refund-type-error");
        assertThat(page.locator("#rtn-refund-type-error")).hasText(words.get("rtn.objection.refundType.missing"));
        assertFits(page);
        errors.locator("a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(scripts ? ".rtn-tick" : "input[name^='quantity']")).isFocused();
        errors.locator("a").last().click();
        assertThat(page.locator("[name=refundType]").first()).isFocused();

        if (scripts) {
            page.check(".rtn-tick");
        } else {
            page.locator("input[name^='quantity']").fill("2");
        }
        RequestPage.settle(page, "EXCHANGE");
        page.click("#rtn-submit");
        Locator reason = page.locator("select[name^='reason']");
        assertThat(errors).isFocused();
        assertThat(errors.locator("a")).hasText(
            words.say("rtn.site.request.errorOf", "Boston fern", words.get("rtn.objection.reason.missing")));
        assertThat(reason).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#" + reason.getAttribute("aria-describedby"))).hasText(words.get("rtn.objection.reason.missing"));
        errors.locator("a").click();
        assertThat(reason).isFocused();
        assertThat(page.locator("#rtn-refund-type-EXCHANGE")).isChecked();
        assertFits(page);

        reason.selectOption("CHANGED_MIND");
        page.click("#rtn-submit");
        assertThat(page.locator("main h1")).hasText(words.get("rtn.site.summary.title"));
        assertThat(page).not().hasTitle(beginsWithError(language));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itIsDoneByKeyboardAndTheBarNeverCoversWhatHasTheFocus(boolean scripts) {
        Page page = browser.shopper("john@example.com", "en", scripts);
        page.setViewportSize(390, 620);
        page.navigate(form(TestShop.newOrder("john@example.com", Map.of(FERN, 3, POT, 2, GUIDE, 1))));
        if (scripts) {
            page.locator(".rtn-tick").first().focus();
            page.keyboard().press("Space");
            assertThat(page.locator(".rtn-line").first().locator("select")).isVisible();
        } else {
            page.locator("input[name^='quantity']").first().fill("1");
        }
        page.evaluate("scrollTo(0, 0)");
        page.locator(".rtn-up a").focus();
        List<String> passed = new ArrayList<>();
        while (!passed.contains("rtn-submit") && passed.size() < 40) {
            page.keyboard().press("Tab");
            String id = (String) page.evaluate("document.activeElement.id || document.activeElement.className");
            passed.add(id);
            assertThat(page.evaluate("() => { const at = document.activeElement, bar = document.querySelector('.rtn-bar');"
                + " const box = (at.classList.contains('rtn-hidden') ? at.closest('label') : at).getBoundingClientRect();"
                + " return bar.contains(at) || box.bottom <= bar.getBoundingClientRect().top + 1; }")).as(id).isEqualTo(true);
            assertThat(page.locator(".rtn-bar")).isInViewport();
        }
        assertThat(passed).contains("rtn-comment", "rtn-submit").contains(scripts ? "rtn-photo-chooser" : "rtn-add-photos");
    }

    @Test
    void anArticleThatIsNotTickedIsNotReturnedAndWhatCannotBeSaysWhy() {
        Page page = shopper("john@example.com", "en", 390, true);
        page.navigate(form(TestShop.newOrder("john@example.com", Map.of(FERN, 3, GUIDE, 1))));
        Locator guide = page.locator(".rtn-line-off");
        assertThat(guide).containsText("Digital articles cannot be returned.");
        assertThat(guide.locator("input")).hasCount(0);
        assertThat(page.locator(".rtn-deadline")).hasCount(1);
        assertThat(page.locator(".rtn-line-day")).hasCount(0);

        RequestPage.pick(page, 0, 2, "OTHER");
        assertThat(page.locator(".rtn-bar-expected")).isVisible();
        page.locator(".rtn-tick").uncheck();
        assertThat(page.locator(".rtn-line").first().locator(".rtn-fields")).isHidden();
        assertThat(page.locator(".rtn-bar-expected")).isHidden();
        assertThat(page.locator("input[name^='quantity']")).hasValue("");
        page.locator(".rtn-tick").check();
        assertThat(page.locator("input[name^='quantity']")).hasValue("2");
        RequestPage.settle(page, "EXCHANGE");
        assertThat(page.locator(".rtn-bar-expected")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"john@example.com, en", "marie@example.com, fr"})
    void photosAreAddedWhereTheFormIsAndWhatIsNoneIsNamed(String email, String language) throws IOException {
        Words words = new Words(language);
        Page page = shopper(email, language, 390, true);
        page.navigate(form(TestShop.newOrder(email, Map.of(FERN, 2))));
        RequestPage.pick(page, 0, 2, "OTHER");
        page.fill("#rtn-comment", "Kept");

        page.setInputFiles("#rtn-photo-chooser", new FilePayload[] {photo("a.png"), new FilePayload("note.txt", "text/plain", "no".getBytes()),
            new FilePayload("page.jpg", "image/jpeg", "<html>".getBytes()), new FilePayload("IMG_1.heic", "image/heic", picture("bmp", 40))});
        assertThat(page.locator("#rtn-photos [name=remove]")).hasCount(2);
        assertThat(page.locator("#rtn-tile-errors .rtn-error")).hasText(new String[] {
            words.say("rtn.objection.photo.wrongType", "note.txt"), words.say("rtn.objection.photo.wrongType", "page.jpg")});
        assertThat(page.locator("#rtn-photos [role=status]")).hasText(words.say("rtn.site.photos.added", "IMG_1.jpg"));

        // The draft has its own address by now: whoever loads the page anew finds everything.
        assertThat(page).hasURL(Pattern.compile(".*/edit\\?order=.*"));
        page.reload();
        assertThat(page.locator("#rtn-comment")).hasValue("Kept");
        assertThat(page.locator("input[name^='quantity']")).hasValue("2");
        assertThat(page.locator("img.rtn-photo")).hasCount(2);
        assertThat(page.locator("img.rtn-photo").last()).hasAttribute("alt", "IMG_1.jpg");
        page.waitForFunction("[...document.querySelectorAll('img.rtn-photo')].map(photo => photo.naturalWidth).join() === '2,40'");

        page.locator("#rtn-photos [name=remove]").first().click();
        assertThat(page.locator("#rtn-photos [name=remove]")).hasCount(1);
        assertThat(page.locator("#rtn-photos [role=status]")).hasText(words.say("rtn.site.photos.removed", "a.png"));
        assertThat(page.locator("#rtn-photo-chooser")).isFocused();
        page.reload();
        assertThat(page.locator("img.rtn-photo")).hasAttribute("alt", "IMG_1.jpg");
    }

    @Test
    void aPhotoThatIsTooLargeIsMadeSmaller() throws IOException {
        byte[] large = picture("png", 2100);
        assertThat(large).hasSizeGreaterThan(10 * 1024 * 1024);
        Page page = shopper("john@example.com", "en", 390, true);
        page.navigate(form(TestShop.newOrder("john@example.com", Map.of(FERN, 2))));

        page.setInputFiles("#rtn-photo-chooser", new FilePayload("large.png", "image/png", large));

        assertThat(page.locator("#rtn-photos [name=remove]")).hasCount(1);
        page.reload();
        assertThat(page.locator("img.rtn-photo")).hasAttribute("alt", "large.jpg");
        page.waitForFunction("document.querySelector('img.rtn-photo').naturalWidth === 2100");
    }

    @Test
    void aPhotoOnItsWayIsSeenCanBeStoppedAndTheFormWaitsForIt() {
        Page page = filledIn();
        List<Route> held = new ArrayList<>();
        page.route("**/photos*", route -> {
            if (route.request().method().equals("POST")) {
                held.add(route);
            } else {
                route.resume();
            }
        });

        page.setInputFiles("#rtn-photo-chooser", new FilePayload[] {photo("a.png"), photo("b.png")});
        page.waitForCondition(() -> held.size() == 1);
        assertThat(page.locator(".rtn-tile-busy progress")).hasCount(2);
        assertThat(page.locator(".rtn-tile-busy canvas")).hasAttribute("aria-label", "a.png");
        page.getByLabel("Do not add the photo a.png").click();
        page.waitForCondition(() -> held.size() == 2);
        assertThat(page.locator(".rtn-tile-busy")).hasCount(1);
        page.click("#rtn-submit");
        assertThat(page.locator(".rtn-bar-note")).hasText(new Words("en").get("rtn.site.photos.waiting"));
        assertThat(page.locator("main h1")).hasText("Return articles");

        held.get(1).resume();
        assertThat(page.locator("main h1")).hasText("Check your request");
        assertThat(page.locator("img.rtn-photo")).hasAttribute("alt", "b.png");
    }

    @Test
    void anArticleThatIsTappedBeforeTheScriptIsThereIsPicked() {
        Page page = shopper("john@example.com", "en", 390, true);
        List<Route> held = new ArrayList<>();
        page.route("**/rtn-site*.js", held::add);
        page.navigate(form(TestShop.newOrder("john@example.com", Map.of(FERN, 2))),
            new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(() -> held.size() == 1);

        page.locator(".rtn-picture").click();
        held.get(0).resume();

        assertThat(page.locator(".rtn-less")).isVisible();
        assertThat(page.locator(".rtn-tick")).isChecked();
        assertThat(page.locator("[name^=quantity]")).hasValue("1");
    }

    @Test
    void whoeverGoesOnAtOnceGoesWithoutThePhotoThatWasRemoved() {
        Page page = filledIn();
        page.setInputFiles("#rtn-photo-chooser", new FilePayload[] {photo("a.png"), photo("b.png")});
        assertThat(page.locator("#rtn-photos [name=remove]")).hasCount(2);
        List<Route> held = postsTo(page, "remove=");

        page.locator("#rtn-photos [name=remove]").first().click();
        page.waitForCondition(() -> held.size() == 1);
        page.click("#rtn-submit");
        assertThat(page.locator(".rtn-bar-note")).hasText(new Words("en").get("rtn.site.photos.waiting"));
        held.get(0).resume();

        assertThat(page.locator("main h1")).hasText("Check your request");
        assertThat(page.locator("img.rtn-photo")).hasAttribute("alt", "b.png");
    }

    @Test
    void aPhotoThatIsStoppedWhileWhatWasEnteredIsKeptLeavesOneDraft() {
        Page page = shopper("john@example.com", "en", 390, true);
        String order = TestShop.newOrder("john@example.com", Map.of(FERN, 2));
        page.navigate(form(order));
        RequestPage.pick(page, 0, 2, "OTHER");
        List<Route> held = postsTo(page, "add=true");

        page.setInputFiles("#rtn-photo-chooser", photo("a.png"));
        page.waitForCondition(() -> held.size() == 1);
        page.getByLabel("Do not add the photo a.png").click();
        page.setInputFiles("#rtn-photo-chooser", photo("b.png"));
        held.get(0).resume();

        assertThat(page.locator("#rtn-photos [name=remove]")).hasCount(1);
        assertThat(page.locator("#rtn-photos [name=remove]")).hasAttribute("aria-label", Pattern.compile(".*b\\.png.*"));
        assertThat(held).hasSize(1);
        assertThat(ReturnTables.count("RTN_DRAFT where ORDER_ID = " + TestShop.orderId(order))).isEqualTo(1);
    }

    /** With all that a request needs. */
    private Page filledIn() {
        Page page = shopper("john@example.com", "en", 390, true);
        page.navigate(form(TestShop.newOrder("john@example.com", Map.of(FERN, 2))));
        RequestPage.pick(page, 0, 2, "OTHER");
        RequestPage.settle(page, "EXCHANGE");
        page.fill("#rtn-comment", "Too green");
        return page;
    }

    /** Held back, those that say so. */
    private static List<Route> postsTo(Page page, String said) {
        List<Route> held = new ArrayList<>();
        page.route("**/account/returns/**", route -> {
            String body = route.request().postData();
            if (body != null && body.contains(said)) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        return held;
    }

    @Test
    void withoutAConnectionAPhotoIsNamedAndNothingIsLost() {
        Page page = shopper("john@example.com", "en", 390, true);
        page.navigate(form(TestShop.newOrder("john@example.com", Map.of(FERN, 2))));
        RequestPage.pick(page, 0, 2, "OTHER");
        page.route("**/account/returns/new**", Route::abort);

        page.setInputFiles("#rtn-photo-chooser", photo("a.png"));
        assertThat(page.locator("#rtn-tile-errors .rtn-error")).hasText(new Words("en").say("rtn.site.photos.failed", "a.png"));
        assertThat(page.locator(".rtn-tile-busy")).hasCount(0);
        assertThat(page.locator("input[name^='quantity']")).hasValue("2");

        page.unroute("**/account/returns/new**");
        page.setInputFiles("#rtn-photo-chooser", photo("a.png"));
        assertThat(page.locator("#rtn-photos [name=remove]")).hasCount(1);
        assertThat(page.locator("#rtn-tile-errors .rtn-error")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theEnterKeyLeadsToTheSummaryAndRemovesNoPhoto(boolean scripts) {
        Page page = browser.shopper("john@example.com", "en", scripts);
        page.navigate(form(TestShop.newOrder("john@example.com", Map.of(FERN, 2))));
        if (scripts) {
            page.setInputFiles("#rtn-photo-chooser", photo("a.png"));
        } else {
            page.click("#rtn-add-photos");
            page.setInputFiles("#rtn-photo-files", photo("a.png"));
            page.click("#rtn-send-photos");
        }
        assertThat(page.locator("#rtn-photos [name=remove]")).hasCount(1);
        RequestPage.pick(page, 0, 2, "OTHER");
        RequestPage.settle(page, "EXCHANGE");

        page.locator("input[name^='quantity']").press("Enter");

        assertThat(page.locator("main h1")).hasText("Check your request");
        assertThat(page.locator("img.rtn-photo")).hasCount(1);
    }

    @Test
    void aThemeWithABackgroundOfItsOwnHasItBehindTheBarAndItsColoursOnWhatIsPicked() {
        Page page = shopper("john@example.com", "en", 390, true);
        page.route("**/css/shop.css", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/css")
            .setBody("body { margin: 0; background: #20242c; color: #f2ede2; font: 18px/1.5 serif } a { color: #f0b96b }"
                + ":root { color-scheme: dark; --rtn-accent: #f0b96b }")));
        page.navigate(form(TestShop.newOrder("john@example.com", Map.of(FERN, 3, POT, 2))));
        RequestPage.pick(page, 0, 2, "OTHER");

        assertThat(page.locator(".rtn-bar")).hasCSS("background-color", "rgb(32, 36, 44)");
        assertThat(page.locator(".rtn-picked")).hasCSS("border-top-color", "rgb(240, 185, 107)");
        assertThat(page.locator(".rtn-picked")).hasCSS("font-family", "serif");
        assertThat(page.locator(".rtn-less").first()).hasCSS("color", "rgb(242, 237, 226)");
        assertNoSidewaysScrolling(page);
    }

    @Test
    void aReturnIsCancelledInTwoSteps() {
        String number = TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 2)), 0, 2).getNumber();
        Page page = shopper("john@example.com", "en", 400, true);
        page.navigate(TestShop.get().siteUrl() + "/account/returns/" + number);

        page.click("#rtn-cancel");
        assertThat(page.locator("main h1")).hasText("Cancel the return " + number + "?");
        assertNoSidewaysScrolling(page);
        page.click("#rtn-cancel-confirm");

        assertThat(page.locator(".rtn-banner")).containsText("Your return is cancelled.");
        assertThat(page.locator("main h1 .rtn-status")).hasText("Cancelled");
        assertThat(page.locator("#rtn-cancel")).hasCount(0);
    }

    @Test
    void whatAStatusMeansStandsBelowTheStepThatTheReturnWaitsFor() {
        String number = TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 2)), 0, 2).getNumber();
        Page page = shopper("john@example.com", "en", 400, true);
        page.navigate(TestShop.get().siteUrl() + "/account/returns/" + number);
        assertThat(page.locator(".rtn-way [aria-current=step]")).containsText("Keep the articles");
        assertThat(page.locator("[role=tooltip]")).hasCount(0);
        assertNoSidewaysScrolling(page);

        page.navigate(TestShop.get().siteUrl() + "/account/returns");
        assertThat(page.locator("#rtn-card-" + number)).containsText("Keep the articles");
        assertNoSidewaysScrolling(page);
    }

    private Page shopper(String email, String language, int width, boolean scripts) {
        Page page = browser.shopper(email, language, scripts);
        page.setViewportSize(width, 800);
        return page;
    }

    private static String form(String order) {
        return TestShop.get().siteUrl() + FormAddresses.form(order);
    }

    private static FilePayload photo(String name) {
        return new FilePayload(name, "image/png", PHOTO);
    }

    /** A square that compresses badly. */
    private static byte[] picture(String format, int side) throws IOException {
        Random random = new Random(1);
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                picture.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, written)).isTrue();
        return written.toByteArray();
    }

    private static Pattern beginsWithError(String language) {
        return Pattern.compile(language.equals("fr") ? "^Erreur\u00a0: .*" : "^Error: .*");
    }

    /** Nothing is cut off, and what can be pressed is large enough for a finger. */
    private static void assertFits(Page page) {
        page.waitForLoadState();
        assertNoSidewaysScrolling(page);
        assertThat(page.evaluate("() => [...document.querySelectorAll('.rtn a, .rtn button, .rtn label.rtn-head, .rtn label.rtn-radio, .rtn label.rtn-add,"
            + " .rtn select, .rtn input[type=number], .rtn textarea')].filter(target => target.offsetParent && !target.closest('.rtn-hidden'))"
            + " .map(target => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()])"
            + " .filter(([, box]) => box.height < 43.9 || box.width < 43.9).map(([text]) => text).join('\\n')")).isEqualTo("");
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isEqualTo(true);
    }
}
