package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform comes in English only. Where its words stand on our pages, they are in the merchant's language all the same. */
class PlatformWordsBrowserTests {

    private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(search|clear|add|records?|filter|of|save|lookup|general|select)\\b");

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"returns", "return-reasons", "refund-types", "return-conditions", "return-refusals", "return-exclusions",
        "return-templates"})
    void listsAreFrenchInFrench(String list) {
        TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        Page merchant = browser.merchant("admin", "fr");
        merchant.navigate(TestShop.get().adminUrl() + "/" + list);
        // What merchants and shoppers have written themselves is in any language.
        Locator words = merchant.locator("#main, .listgrid-container").first();
        assertThat(words).containsText(Pattern.compile("Rechercher|Aucune"));
        assertThat(words.evaluate("list => { const copy = list.cloneNode(true);"
            + " copy.querySelectorAll('script, tr[data-rowid]').forEach(part => part.remove());"
            + " return copy.textContent + [...list.querySelectorAll('[placeholder]')].map(part => part.placeholder); }").toString())
            .doesNotContainPattern(ENGLISH);
        if (!list.equals("returns")) {
            assertThat(merchant.locator("button.add-main-entity")).containsText("Ajouter");
        }
    }

    @Test
    void anEmptyListAndTheFormThatAddsToItAreFrenchInFrench() {
        Page merchant = browser.merchant("admin", "fr");
        merchant.navigate(TestShop.get().adminUrl() + "/returns?number=nothing");
        assertThat(merchant.locator(".list-grid-no-results")).hasText("(Aucune entrée)");

        merchant.navigate(TestShop.get().adminUrl() + "/return-reasons");
        merchant.click("button.add-main-entity");
        assertThat(merchant.locator(".modal .modal-header h3").last()).hasText(Pattern.compile("Ajouter\\s:\\s+Motif de retour"));
        assertThat(merchant.locator(".modal .submit-button").last()).hasText(Pattern.compile("Enregistrer"));
    }

    @Test
    void everywhereElseAndInEnglishNothingIsAltered() {
        Page merchant = browser.merchant("admin", "fr");
        merchant.navigate(TestShop.get().adminUrl() + "/customer");
        assertThat(merchant.locator("body")).containsText("Search");
        assertThat(merchant.locator("body")).not().containsText("Rechercher");

        merchant.navigate(TestShop.get().adminUrl() + "/return-reasons?blLocaleCode=en");
        assertThat(merchant.locator("body")).containsText("Search");
        assertThat(merchant.locator("button.add-main-entity")).containsText("Add");
    }
}
