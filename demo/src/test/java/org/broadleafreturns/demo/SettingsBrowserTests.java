package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator sets how returns work. */
class SettingsBrowserTests {

    @RegisterExtension
    final Browser browser = new Browser();

    private final ReturnsSettings storefront = TestShop.get().siteContext().getBean(ReturnsSettings.class);

    @BeforeEach
    @AfterEach
    void asIfNobodyHadSavedAnything() {
        StoredSettings.forget();
    }

    @Test
    void settingsAreChangedInFrench() {
        Page admin = browser.merchant("admin", "fr");
        admin.navigate(TestShop.get().adminUrl() + "/return-settings");
        assertThat(admin.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Activer les retours produits"))
            .getByLabel("Oui")).isChecked();
        assertThat(admin.locator("#rtn-statusDescription-REQUESTED-fr")).hasAttribute("placeholder",
            "Nous étudions votre demande. Conservez les articles en attendant notre réponse.");

        admin.fill("#rtn-windowDays", "14 jours");
        admin.fill("#rtn-statusDescription-REQUESTED-fr", "Un peu de patience\u00a0!");
        admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mettre à jour")).click();
        assertThat(admin.locator("#rtn-windowDays-error")).hasText("Indiquez un nombre entier de 0 à 3\u202f650.");
        assertThat(admin.locator("#rtn-windowDays")).isFocused();
        assertThat(admin.locator("#rtn-statusDescription-REQUESTED-fr")).hasValue("Un peu de patience\u00a0!");
        admin.fill("#rtn-transitDays", "6");
        assertThat(admin.locator("#rtn-windowDays-error")).isVisible();
        admin.fill("#rtn-windowDays", "1");
        assertThat(admin.locator(".rtn-error, .rtn-invalid, [aria-invalid=true]")).hasCount(0);
        assertThat(admin.locator("#rtn-windowDays")).hasAttribute("aria-describedby", "rtn-windowDays-help");

        admin.fill("#rtn-windowDays", "14");
        admin.keyboard().press("Enter");
        assertThat(admin.locator(".rtn-confirmation")).hasText("Les paramètres sont enregistrés et s’appliquent dès maintenant.");
        assertThat(admin.locator("#rtn-windowDays")).hasValue("14");
        assertThat(admin.locator("#rtn-statusDescription-REQUESTED-fr")).hasValue("Un peu de patience\u00a0!");
        assertThat(storefront.requestWindow().days()).isEqualTo(14);
        assertThat(storefront.statusDescription("REQUESTED", Locale.FRENCH)).hasValue("Un peu de patience\u00a0!");
    }

    @Test
    void everyInputIsReachedByKeyboardAndNothingIsWiderThanAPhone() {
        Page admin = browser.merchant("admin", "en");
        admin.setViewportSize(400, 800);
        admin.navigate(TestShop.get().adminUrl() + "/return-settings");

        assertThat((Boolean) admin.evaluate("() => [...document.querySelectorAll('.rtn-settings *')]"
            + ".every(part => part.getBoundingClientRect().right <= document.documentElement.clientWidth + 1)")).isTrue();
        admin.focus("#rtn-enabled-true");
        for (int i = 0; i < 60 && !isFocused(admin, "#rtn-notified"); i++) {
            admin.keyboard().press("Tab");
        }
        assertThat(admin.locator("#rtn-notified")).isFocused();
        admin.focus("#rtn-save");
        admin.keyboard().press("Enter");
        assertThat(admin.locator(".rtn-confirmation")).isVisible();
    }

    /** As on the platform's own forms. */
    @Test
    void theButtonThatSavesStaysInTheBarWithTheTitle() {
        Page admin = browser.merchant("admin", "en");
        admin.navigate(TestShop.get().adminUrl() + "/return-settings");
        assertThat(admin.locator(".breadcrumb-container #rtn-save, #content-title-bar #rtn-save")).hasCount(1);
        admin.locator("#rtn-notified").scrollIntoViewIfNeeded();
        admin.waitForCondition(() -> !Browser.isCovered(admin.locator("#rtn-save")));
    }

    private static boolean isFocused(Page page, String selector) {
        return page.locator(selector).evaluate("part => part === document.activeElement").equals(true);
    }
}
