package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The merchant excludes a category in the back office and takes one product back nevertheless; the shopper reads it. */
class ExclusionBrowserTests {

    private static final long CAN = 7;
    private static final long SHEARS = 8;

    @RegisterExtension
    final Browser browser = new Browser();

    @AfterEach
    void takeEverythingBackAgain() {
        StoredMarks.forget();
    }

    @ParameterizedTest
    @CsvSource({"john@example.com, en, spoils or expires quickly", "marie@example.com, fr, se p\u00e9rime rapidement"})
    void aCategoryIsExcludedAndAProductOfItIsNot(String email, String language, String ground) {
        String order = TestShop.newOrder(email, Map.of(CAN, 1, SHEARS, 1));
        Page merchant = browser.merchant("admin", language);
        Page shopper = browser.shopper(email, language);

        add(merchant, "category", "Pots and tools", "NOT_RETURNABLE", "PERISHABLE");
        shopper.navigate(TestShop.get().siteUrl() + FormAddresses.form(order));
        // What the order was promised.
        assertThat(line(shopper, "Watering can").locator("input[name^='quantity']")).hasCount(1);
        StoredMarks.haveAlwaysHeld();
        shopper.reload();
        assertThat(line(shopper, "Watering can")).containsText(ground);
        assertThat(line(shopper, "Watering can").locator("input[name^='quantity']")).hasCount(0);
        assertThat(line(shopper, "Pruning shears").locator("input[name^='quantity']")).hasCount(0);

        add(merchant, "product", "Pruning shears", "RETURNABLE", null);
        shopper.reload();
        assertThat(line(shopper, "Watering can").locator("input[name^='quantity']")).hasCount(0);
        RequestPage.pick(line(shopper, "Pruning shears"), 1, "OTHER");
        RequestPage.settle(shopper, "EXCHANGE");

        merchant.navigate(TestShop.get().adminUrl() + "/return-exclusions");
        Locator search = merchant.locator(".custom-entity-search input[type=search]");
        assertThat(search).hasAttribute("placeholder", Pattern.compile(new Words(language).get("RtnExclusion_product")));
        assertThat(rows(merchant)).hasCount(2);
        search.fill("ing SHEARS");
        merchant.click(".custom-entity-search .search-button");
        assertThat(rows(merchant)).hasCount(1);
        assertThat(rows(merchant)).containsText("Pruning shears");
        // The address keeps what was asked for.
        merchant.reload();
        assertThat(rows(merchant)).hasCount(1);
    }

    private static Locator rows(Page merchant) {
        return merchant.locator("tbody tr[data-rowid]");
    }

    private static Locator line(Page shopper, String article) {
        return shopper.locator(".rtn-line").filter(new Locator.FilterOptions().setHasText(article));
    }

    private static void add(Page merchant, String field, String name, String kind, String ground) {
        merchant.navigate(TestShop.get().adminUrl() + "/return-exclusions");
        merchant.click(".add-main-entity");
        Locator form = merchant.locator(".modal form.modal-add-entity-form, .modal form.entity-form").first();
        // Broadleaf 7.0 draws the button itself, beside one that is not shown.
        Locator button = form.locator("input[type=radio][value=" + kind + "]");
        button.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        Locator drawn = button.locator("xpath=following-sibling::label");
        (drawn.count() > 0 ? drawn : button).click();
        if (ground != null) {
            choose(merchant, form.locator("select[name=\"fields['ground'].value\"]"), ground);
        }
        form.locator(".additional-foreign-key-container:has(input[name=\"fields['" + field + "'].value\"]) .to-one-lookup").click();
        merchant.locator(".modal td:has-text('" + name + "')").first().click();
        // Broadleaf 7.0 wants to be told that the row is the one.
        Locator chosen = merchant.locator(".modal .listgrid-modal-actions .row-action");
        if (chosen.count() > 0) {
            chosen.click();
        }
        Locator target = form.locator(".additional-foreign-key-container:has(input[name=\"fields['" + field + "'].value\"])");
        assertThat(target.locator("input.hidden-display-value")).hasValue(Pattern.compile(name + "$"));
        merchant.locator(".modal .submit-button:visible").click();
        merchant.waitForURL("**/return-exclusions/*");
    }

    /** Broadleaf 7.0 shows a list of its own in the place of a select. */
    private static void choose(Page merchant, Locator select, String value) {
        Locator own = select.locator("xpath=following-sibling::*[contains(@class, 'selectize-control')]");
        if (own.count() == 0) {
            select.selectOption(value);
        } else {
            own.locator(".selectize-input").click();
            merchant.locator(".selectize-dropdown:visible [data-value=" + value + "]").click();
        }
    }
}
