package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A withdrawal, as merchants enter it and shoppers and merchants see until when it is refunded. */
class LegalBasisBrowserTests {

    private static final long POT = 5;

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aRunningReturnBecomesAWithdrawalAndSaysUntilWhenItIsRefunded(String language) {
        Words words = new Words(language);
        String email = language.equals("fr") ? "marie@example.com" : "john@example.com";
        ReturnRequest request = TestShop.request(TestShop.bean(DemoOrders.class).submitPaidByCard(email, Map.of(POT, 2)), 0, 2);
        String number = request.getNumber();
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        Locator basis = merchant.locator("#return-" + number + " .rtn-basis");
        assertThat(basis.locator(".rtn-basis-said")).hasText(words.get("rtn.basis.VOLUNTARY"));

        // What is asked of a withdrawal alone is shown where one is chosen, and what cannot be is said with what was typed.
        basis.locator("summary").click();
        Locator day = basis.locator("input[name='basis.day']");
        assertThat(day).isHidden();
        basis.locator(".rtn-basis-choice").selectOption("WITHDRAWAL");
        assertThat(day).isVisible();
        basis.locator("select[name='basis.channel']").selectOption("LETTER");
        day.fill(today().plusDays(3).toString());
        basis.locator(".rtn-basis-save").click();
        assertThat(basis.locator(".rtn-basis-error")).hasText(words.get("rtn.objection.basis.future"));
        assertThat(day).hasValue(today().plusDays(3).toString());
        assertThat(basis.locator("select[name='basis.channel']")).hasValue("LETTER");

        day.fill(today().toString());
        basis.locator(".rtn-basis-save").click();
        Locator panel = merchant.locator("#return-" + number);
        assertThat(panel.locator(".rtn-confirmation")).hasText(words.get("rtn.admin.basis.saved"));
        assertThat(basis.locator(".rtn-basis-said"))
            .hasText(words.say("rtn.basis.stated", inWords(today(), language), words.get("rtn.basis.channel.LETTER")));
        String last = inWords(today().plusDays(14), language);
        assertThat(panel.locator(".rtn-due")).hasText(words.say("rtn.admin.refund.due.WITHHELD", last));
        assertThat(panel.locator(".rtn-journal-entry[data-kind=LEGAL_BASIS]")).containsText(words.get("rtn.basis.channel.LETTER"));

        // The shopper says when they have sent it.
        Page shopper = browser.shopper(email, language);
        shopper.navigate(TestShop.get().siteUrl() + "/account/returns/" + number);
        assertThat(shopper.locator(".rtn-way > li .rtn-way-note").last()).hasText(words.say("rtn.site.refundDue.withheld", last));
        assertThat(shopper.locator(".rtn-way")).containsText(words.say("rtn.site.way.send.by", last));
        shopper.click("#rtn-sent > summary");
        shopper.fill("#rtn-sent-input", today().toString());
        shopper.click("#rtn-sent-save");
        assertThat(shopper.locator(".rtn-sent-saved")).hasText(words.get("rtn.site.sent.saved"));
        assertThat(shopper.locator(".rtn-sent-day")).hasText(words.say("rtn.site.sent.on", inWords(today(), language)));
        assertThat(shopper.locator(".rtn-way > li .rtn-way-note").last()).hasText(words.say("rtn.site.refundDue.day", last));

        // Decided without a refund, it is among those to refund, and not late.
        TestShop.change(asItIsNow(number), ReturnStatus.RECEIVED, false);
        TestShop.change(asItIsNow(number), ReturnStatus.ACCEPTED, false);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        assertThat(panel.locator(".rtn-due")).hasText(words.say("rtn.admin.refund.due.DUE", last));
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=refund");
        Locator views = merchant.locator(".rtn-views a");
        assertThat(views.getByText(words.get("rtn.admin.desk.view.late")).first()).isVisible();
        assertThat(views.getByText(words.get("rtn.admin.desk.view.refund")).first()).isVisible();
    }

    private static ReturnRequest asItIsNow(String number) {
        return TestShop.inTransaction(() -> TestShop.bean(ReturnLookup.class).byNumber(number).orElseThrow());
    }

    private static LocalDate today() {
        return TestShop.bean(ShopCalendar.class).dayOf(new Date());
    }

    private static String inWords(LocalDate day, String language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.forLanguageTag(language)).format(day);
    }
}
