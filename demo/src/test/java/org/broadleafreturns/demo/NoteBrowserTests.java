package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes that merchants write for each other, from the panel to the list, on a desk and on a telephone. */
class NoteBrowserTests {

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aNoteIsWrittenWithADoubleClickAndMarkedInTheList(String language) {
        Words words = new Words(language);
        ReturnRequest request = newReturn(language);
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(list(request));
        assertThat(row(merchant, request).locator(".rtn-mark")).hasCount(0);
        open(merchant, request);
        Locator panel = panel(merchant, request);
        Locator note = panel.locator(".rtn-note");
        assertThat(note.locator("textarea")).isHidden();
        note.locator("summary").click();
        assertThat(note.locator("label")).hasText(words.get("rtn.admin.note.text"));
        assertThat(note.locator(".rtn-help")).hasText(words.get("rtn.admin.note.help"));

        // What is wrong is said beside the field, until it is put right.
        note.locator(".rtn-note-save").click();
        assertThat(note.locator(".rtn-error")).hasText(words.get("rtn.objection.internalNote.missing"));
        assertThat(note.locator("textarea")).isFocused();
        note.locator("textarea").fill("<b>Appelée</b> 😀\nElle garde le pot.");
        assertThat(note.locator(".rtn-error")).hasCount(0);
        note.locator(".rtn-note-save").dblclick();

        // Who comes from the list is led on.
        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.note.saved") + " "
            + words.get("rtn.admin.desk.goOn"));
        Locator entry = panel.locator(".rtn-journal-entry[data-kind=NOTE]");
        assertThat(entry).hasCount(1);
        assertThat(entry.locator(".rtn-step")).hasText(words.get("rtn.journal.NOTE"));
        assertThat(entry.locator(".rtn-who")).containsText(words.get("rtn.admin.actor.MERCHANT"));
        Assertions.assertThat(entry.locator("dd").innerText()).isEqualTo("<b>Appelée</b> 😀\nElle garde le pot.");
        assertThat(note.locator("textarea")).isHidden();
        assertThat(note.locator("textarea")).hasValue("");

        for (int width : List.of(1400, 400)) {
            merchant.setViewportSize(width, 900);
            merchant.navigate(list(request));
            Locator mark = row(merchant, request).locator("td[data-fieldname=number] .rtn-mark-note");
            assertThat(mark).isVisible();
            assertThat(mark).hasAttribute("role", "img");
            assertThat(mark).hasAttribute("aria-label", words.get("rtn.admin.note.mark"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whatWasTypedOutlivesAReloadAndALostSession(String language) {
        Words words = new Words(language);
        ReturnRequest request = newReturn(language);
        TestShop.change(request, ReturnStatus.CANCELLED, false);
        Page merchant = browser.merchant("admin", language);
        open(merchant, request);
        Locator note = panel(merchant, request).locator(".rtn-note");
        Locator text = note.locator("textarea");
        note.locator("summary").click();
        text.fill("Half a note");
        merchant.reload();
        assertThat(text).isVisible();
        assertThat(text).hasValue("Half a note");

        merchant.context().clearCookies();
        note.locator(".rtn-note-save").click();
        // Broadleaf 3.1 shows its login, 7.0 that nobody may see this page.
        merchant.waitForURL(url -> !url.contains("/order/"));
        logInAgain(merchant, "admin");
        merchant.navigate(TestShop.get().adminUrl() + "/?blLocaleCode=" + language);
        open(merchant, request);
        assertThat(text).hasValue("Half a note");
        note.locator(".rtn-note-save").click();
        Locator panel = panel(merchant, request);
        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.note.saved"));
        assertThat(panel.locator(".rtn-journal-entry[data-kind=NOTE] dd")).hasText("Half a note");

        // Once it is written it is not there a second time: the page forgets it when it is whole.
        merchant.waitForFunction("key => !sessionStorage.getItem(key)", "rtn-note-admin-" + request.getNumber());
        merchant.navigate(TestShop.get().adminUrl() + "/returns");
        open(merchant, request);
        assertThat(text).isHidden();
        assertThat(text).hasValue("");
    }

    @Test
    void nobodyGetsTheNoteThatSomebodyElseHasTyped() {
        ReturnRequest request = newReturn("en");
        Page merchant = browser.merchant("csr", "en");
        open(merchant, request);
        Locator note = panel(merchant, request).locator(".rtn-note");
        note.locator("summary").click();
        note.locator("textarea").fill("Only for me");

        logInAgain(merchant, "admin");
        open(merchant, request);
        assertThat(note.locator("textarea")).isHidden();
        assertThat(note.locator("textarea")).hasValue("");

        logInAgain(merchant, "csr");
        open(merchant, request);
        assertThat(note.locator("textarea")).hasValue("");
    }

    private static void logInAgain(Page merchant, String login) {
        merchant.context().clearCookies();
        merchant.navigate(TestShop.get().adminUrl() + "/login");
        Browser.logIn(merchant, login);
    }

    private static ReturnRequest newReturn(String language) {
        String email = language.equals("fr") ? "marie@example.com" : "john@example.com";
        return TestShop.request(TestShop.newOrder(email, Map.of(1L, 2)), 0, 1);
    }

    private static void open(Page merchant, ReturnRequest request) {
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
    }

    private static Locator panel(Page merchant, ReturnRequest request) {
        return merchant.locator("#return-" + request.getNumber());
    }

    private static String list(ReturnRequest request) {
        return TestShop.get().adminUrl() + "/returns?view=all&number=" + request.getNumber();
    }

    private static Locator row(Page merchant, ReturnRequest request) {
        return merchant.locator("tr[data-rowid='" + request.getId() + "']");
    }
}
