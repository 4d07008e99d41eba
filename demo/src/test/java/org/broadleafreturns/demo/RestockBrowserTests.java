package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import org.assertj.core.api.Assertions;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes back on the shelf with a decision, and is taken from it where the decision is: in the dialog, the panel and the journal. */
class RestockBrowserTests {

    private static final long FERN = 1;
    private static final long POT = 5;

    @RegisterExtension
    final Browser browser = new Browser();

    /** Other tests buy them, too, and the platform asks its caches whether there are any. */
    @AfterEach
    void fillTheShelf() {
        new Stock(TestShop.get().siteContext()).set(POT, 240);
        Stream.of(TestShop.get().siteContext(), TestShop.get().adminContext()).forEach(shop ->
            shop.getBean("entityManagerFactory", EntityManagerFactory.class).getCache().evictAll());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whatCameAsNewGoesBackAndWhatWasSoldMeanwhileStays(String language) {
        Words words = new Words(language);
        Stock stock = new Stock(TestShop.get().siteContext());
        String email = language.equals("fr") ? "marie@example.com" : "john@example.com";
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(POT, 3)), 0, 3);
        String number = request.getNumber();
        ReturnLine line = request.getLines().get(0);
        String article = line.getArticleName();
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        Locator panel = merchant.locator("#return-" + number);
        Locator sellable = merchant.locator("#rtn-restock-" + line.getId());

        // Two have come as new, one is damaged: the field follows what is typed of the goods.
        open(merchant, number, ReturnStatus.ACCEPTED);
        assertThat(sellable).hasValue("3");
        merchant.selectOption("#rtn-status", ReturnStatus.PARTIALLY_ACCEPTED.name());
        merchant.locator("#rtn-accepted .rtn-split").click();
        Locator heaps = merchant.locator("#rtn-accepted .rtn-heap");
        heaps.nth(0).locator("input").fill("2");
        heaps.nth(0).locator("select").selectOption("AS_NEW");
        heaps.nth(1).locator("input").fill("1");
        heaps.nth(1).locator("select").selectOption("DAMAGED");
        assertThat(sellable).hasValue("2");
        merchant.fill("input[name='accepted[" + line.getId() + "]']", "1");
        assertThat(sellable).hasValue("1");
        merchant.fill("input[name='accepted[" + line.getId() + "]']", "2");
        assertThat(sellable).hasValue("2");
        merchant.locator("#rtn-accepted .rtn-refusal-reason").selectOption("DAMAGED");
        merchant.fill("#rtn-message", "Merci");

        // What cannot be stands beside the field, and nothing is lost.
        sellable.fill("3");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-restock .rtn-error")).hasText(words.say("rtn.objection.restock.range", 2));
        assertThat(sellable).hasValue("3");
        assertThat(merchant.locator("#rtn-message")).hasValue("Merci");
        sellable.fill("2");
        int before = stock.of(POT);
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-preview-goods")).containsText(words.say("rtn.restock.preview", article, 2));
        Assertions.assertThat(stock.of(POT)).isEqualTo(before);
        merchant.click("#rtn-apply");

        String put = words.say("rtn.restock.PUT", article, 2);
        assertThat(panel.locator(".rtn-stock dd")).hasText(put);
        assertThat(panel.locator(".rtn-journal-entry[data-kind=RESTOCKED]")).containsText(put);
        Assertions.assertThat(stock.of(POT)).isEqualTo(before + 2);

        // All but one are sold. Taken back, that one is taken, and the other goes on counting.
        stock.set(POT, 1);
        open(merchant, number, ReturnStatus.RECEIVED);
        merchant.fill("#rtn-note", "Counted again");
        assertThat(merchant.locator("#rtn-restock")).hasCount(0);
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-preview-goods")).containsText(words.say("rtn.restock.preview.taken", article, 2));
        merchant.click("#rtn-apply");
        String stays = words.say("rtn.restock.STAYING.SOLD", article, 1);
        assertThat(panel.locator(".rtn-stock dd")).hasText(stays);
        assertThat(panel.locator(".rtn-journal-entry[data-kind=TAKEN_FROM_STOCK]"))
            .containsText(words.say("rtn.restock.TAKEN", article, 1));
        assertThat(panel.locator(".rtn-journal-entry[data-kind=TAKEN_FROM_STOCK]")).containsText(stays);
        Assertions.assertThat(stock.of(POT)).isZero();

        // What was sold is not sent back: so much at least stays here.
        open(merchant, number, ReturnStatus.REFUSED);
        merchant.locator("#rtn-refused .rtn-refusal-reason").selectOption("DAMAGED");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-refused .rtn-staying .rtn-error")).hasText(words.say("rtn.objection.restock.fewer", article, 1));
        merchant.click("#rtn-close");
        merchant.click("#rtn-discard-yes");
        assertThat(merchant.locator("#rtn-status-form")).hasCount(0);

        // A new decision puts back what exceeds it.
        open(merchant, number, ReturnStatus.ACCEPTED);
        assertThat(merchant.locator("#rtn-restock")).containsText(words.say("rtn.admin.restock.onShelf", 1));
        assertThat(sellable).hasValue("2");
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-preview-goods")).containsText(words.say("rtn.restock.preview", article, 2) + ", "
            + words.say("rtn.restock.preview.before", 1));
        merchant.click("#rtn-apply");
        assertThat(panel.locator(".rtn-stock dd")).hasText(put);
        Assertions.assertThat(stock.of(POT)).isEqualTo(1);
        stock.set(POT, 240);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void ofWhatIsNotCountedThePanelSaysThatTheStockWasNotChanged(String language) {
        Words words = new Words(language);
        String email = language.equals("fr") ? "marie@example.com" : "john@example.com";
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 2)), 0, 2);
        String number = request.getNumber();
        String article = request.getLines().get(0).getArticleName();
        Page merchant = browser.merchant("admin", language);
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + number);
        open(merchant, number, ReturnStatus.ACCEPTED);
        assertThat(merchant.locator("#rtn-restock")).containsText(words.get("rtn.admin.restock.notCounted"));
        assertThat(merchant.locator("#rtn-restock input")).hasCount(0);
        merchant.selectOption("#rtn-status", ReturnStatus.REFUSED.name());
        assertThat(merchant.locator("#rtn-restock")).isHidden();
        merchant.selectOption("#rtn-status", ReturnStatus.ACCEPTED.name());
        assertThat(merchant.locator("#rtn-restock")).isVisible();
        merchant.click("#rtn-update");
        assertThat(merchant.locator(".rtn-preview-goods")).containsText(words.say("rtn.restock.preview.notCounted", article, 2));
        merchant.click("#rtn-apply");

        assertThat(merchant.locator("#return-" + number + " .rtn-stock dd"))
            .hasText(words.say("rtn.restock.NOT_PUT.NOT_COUNTED", article, 2));
        assertThat(merchant.locator("#return-" + number + " .rtn-journal-entry[data-kind=RESTOCKED]")).hasCount(0);
    }

    /** What a script has filled in is nobody's loss. */
    @Test
    void aDialogInWhichNothingWasTypedClosesWithoutAQuestion() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(POT, 2)), 0, 2);
        Page merchant = browser.merchant("admin", "en");
        merchant.navigate(TestShop.get().adminUrl() + "/returns/" + request.getNumber());
        open(merchant, request.getNumber(), ReturnStatus.ACCEPTED);
        assertThat(merchant.locator("#rtn-restock input")).hasValue("2");
        merchant.selectOption("#rtn-status", ReturnStatus.REFUSED.name());
        merchant.click("#rtn-close");
        assertThat(merchant.locator("#rtn-status-form")).hasCount(0);
    }

    /** Nobody is so fast as to click before the page's scripts are there. */
    private static void open(Page merchant, String number, ReturnStatus to) {
        merchant.waitForLoadState();
        merchant.click("#return-" + number + " .rtn-update-status");
        assertThat(merchant.locator("#rtn-status-form")).isVisible();
        merchant.selectOption("#rtn-status", to.name());
    }
}
