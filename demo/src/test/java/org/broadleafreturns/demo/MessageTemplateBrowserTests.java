package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice among the merchant's texts beside a message: filled in when it is picked, and never over what was written. */
class MessageTemplateBrowserTests {

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aTemplateIsPickedInTheCustomersLanguage(String language) {
        Words words = new Words(language);
        ReturnRequest request = request(Locale.forLanguageTag(language));
        Page merchant = dialog(language, request);
        Locator picker = merchant.locator("#rtn-template");
        assertThat(picker.locator("option").first()).hasText(words.get("rtn.admin.template.none"));

        picker.selectOption(language.equals("en") ? "Something is missing" : "Il manque quelque chose");
        String hello = language.equals("en") ? "Hello John,\n" : "Bonjour John,\n";
        String message = merchant.locator("#rtn-message").inputValue();
        assertThat(message).startsWith(hello).contains(request.getNumber(), "\n- Boston fern", "× 2\n");
        assertThat(message).doesNotContain("{{");
        assertThat(merchant.locator(".rtn-count")).hasText(words.say("rtn.admin.status.message.count", message.length(), 2000));

        merchant.selectOption("#rtn-status", "RECEIVED");
        merchant.click("#rtn-update");
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("body"))
            .containsText(message.lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void aTemplateStandsBelowWhatWasWrittenAndInThePlaceOfOneThatNobodyHasChanged() {
        Page merchant = dialog("en", request(Locale.ENGLISH));
        Locator message = merchant.locator("#rtn-message");
        message.fill("First of all, thank you.");
        merchant.locator("#rtn-template").selectOption("How to pack plants");
        assertThat(message.inputValue()).startsWith("First of all, thank you.\n\nHello John,\nplease water");
        merchant.locator("#rtn-template").selectOption("Sorry about the damage");
        assertThat(message.inputValue()).startsWith("First of all, thank you.\n\nHello John,\nwe are sorry")
            .doesNotContain("please water");
        message.fill(message.inputValue() + " Bye.");
        merchant.locator("#rtn-template").selectOption("How to pack plants");
        assertThat(message.inputValue()).contains("we are sorry", " Bye.\n\nHello John,\nplease water");
        merchant.locator("#rtn-template").selectOption("");
        assertThat(message.inputValue()).endsWith(" Bye.");
        // What came from a template is not thrown away without a question, either.
        merchant.keyboard().press("Escape");
        assertThat(merchant.locator("#rtn-discard")).isVisible();
    }

    @Test
    void whoReadsFrenchIsWrittenToInFrenchWhateverTheMerchantReads() {
        Page merchant = dialog("en", request(Locale.FRENCH));
        merchant.locator("#rtn-template").selectOption("How to pack plants");
        assertThat(merchant.locator("#rtn-message").inputValue()).startsWith("Bonjour John,\narrosez les plantes");
    }

    private Page dialog(String language, ReturnRequest request) {
        Page merchant = browser.merchant("csr", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        merchant.click("#return-" + request.getNumber() + " .rtn-update-status");
        assertThat(merchant.locator("#rtn-status-form")).isVisible();
        return merchant;
    }

    private static ReturnRequest request(Locale customer) {
        String email = "t" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
        TestShop.bean(DemoOrders.class).customer(email, "John", "Miller", customer.getLanguage());
        String order = TestShop.newOrder(email, Map.of(1L, 2));
        SubmitReturn wish = TestShop.wish(order, 0, 2, null);
        return TestShop.bean(ReturnSubmissionService.class).submit(new SubmitReturn(order, wish.customerId(), wish.lines(),
            "ORIGINAL_PAYMENT", null, customer, null));
    }
}
