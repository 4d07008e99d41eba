package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What axe-core finds on each page and dialog of ours that bars people from using it, and which parts would be read to them in
 * the wrong language.
 */
@Tag("long")
class AccessibilityBrowserTests {

    /** In the back office the frame is the platform's, and so is the list of tabs with what ours stands in. */
    private static final String OURS = "body [class^='rtn-']:not(.rtn-tab), body [class*=' rtn-'], body [id^='rtn-']";
    private static final String ALL = "html";
    private static final String IN_ANOTHER_LANGUAGE = "([parts, language]) => [...document.querySelectorAll(parts)]"
        + ".filter(part => part.offsetParent && part.innerText && part.closest('[lang]').lang.slice(0, 2) !== language)"
        + ".map(part => 'lang: ' + part.outerHTML.slice(0, 100))";

    /** What it is told to look at inside of something else, axe-core looks at again and again. */
    private static final String MARK_OUTERMOST = "parts => document.querySelectorAll(parts).forEach(part =>"
        + " part.toggleAttribute('data-looked-at', !part.parentElement || !part.parentElement.closest(parts)))";

    private static final AxeRunOptions OPTIONS = options();

    private static EveryPage pages;

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void fill() {
        Quick.leavesOut("a browser");
        pages = new EveryPage();
    }

    @ParameterizedTest
    @CsvSource({"en, 1400", "fr, 400"})
    void theBackOfficeBarsNobody(String language, int width) {
        Page merchant = browser.merchant("admin", language);
        merchant.setViewportSize(width, 900);
        assertThat(found(merchant, pages.ofTheBackOffice(), OURS, language)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 400", "fr, 1400"})
    void theStorefrontBarsNobody(String language, int width) {
        Page shopper = browser.shopper(pages.email(), language);
        shopper.setViewportSize(width, 900);
        assertThat(found(shopper, pages.ofTheStorefront(), ALL, language)).isEmpty();
        Page newcomer = browser.shopper(pages.emptyEmail(), language);
        assertThat(found(newcomer, pages.ofTheEmptyAccount(), ALL, language)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 1400", "fr, 400"})
    void thePagesWithoutAnAccountBarNobody(String language, int width) {
        Page guest = browser.visitor(width);
        guest.navigate(TestShop.get().siteUrl() + "/?blLocaleCode=" + language);
        assertThat(found(guest, pages.ofTheGuest(), ALL, language)).isEmpty();
    }

    /** Else the tests above could not fail. */
    @Test
    void aFieldWithoutANameIsFound() {
        Page page = browser.visitor(400);
        page.setContent("<html lang='en'><head><title>Field</title></head>"
            + "<body><main><h1>Field</h1><input id='rtn-nameless'></main></body></html>");
        assertThat(violations(page, OURS)).singleElement().asString().startsWith("label").contains("rtn-nameless");
    }

    private static Map<String, List<String>> found(Page page, Map<String, Consumer<Page>> shown, String part, String language) {
        Map<String, List<String>> found = new TreeMap<>();
        shown.forEach((name, open) -> {
            open.accept(page);
            List<String> violations = new ArrayList<>(violations(page, part));
            ((List<?>) page.evaluate(IN_ANOTHER_LANGUAGE, List.of(OURS, language))).forEach(read -> violations.add(read.toString()));
            if (!violations.isEmpty()) {
                found.put(name, violations);
            }
        });
        return found;
    }

    private static AxeRunOptions options() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // In the frame of a mail no script runs: axe-core would wait for it for ever.
        options.setIFrames(false);
        return options;
    }

    private static List<String> violations(Page page, String part) {
        page.evaluate(MARK_OUTERMOST, part);
        // The way for frames would open a window of its own for each result.
        AxeBuilder axe = new AxeBuilder(page).include("[data-looked-at]").options(OPTIONS).setLegacyMode(true);
        return axe.analyze().getViolations().stream()
            .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + rule.getHelp() + ": " + node.getTarget()
                + " " + node.getHtml()))
            .toList();
    }
}
