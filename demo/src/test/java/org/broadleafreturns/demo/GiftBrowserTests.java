package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.broadleafreturns.core.kernel.NamedTexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** A part that a shop brings to the dialogs: neither they nor the steps know its name. */
@OwnShops
class GiftBrowserTests {

    private static final String CARD = "#gift-message";
    private static final String ERROR = CARD + " + .rtn-error";
    private static final FilePayload LABEL =
        new FilePayload("label.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

    private static ScriptedMailServer mails;
    private static ShopNode node;
    private static JdbcTemplate sql;

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void aShopThatWritesCards() {
        TestDatabase database = RealShop.newDatabase(TestDatabase.Server.POSTGRESQL);
        sql = new JdbcTemplate(database.dataSource());
        mails = new ScriptedMailServer(ScriptedMailServer.Manner.ACCEPT);
        node = ShopNode.startWith(database, mails.port(), GiftFeature.class).awaitReady();
    }

    @AfterAll
    static void close() {
        if (node != null) {
            node.close();
        }
        if (mails != null) {
            mails.close();
        }
    }

    @Test
    void aPartIsEnteredObjectedToPreviewedAndDone() {
        String number = node.ask("request " + order() + " 0 1");
        Page merchant = dialog("en", number);
        Locator card = merchant.locator(CARD);
        assertThat(card).isHidden();
        merchant.selectOption("#rtn-status", "REFUSED");
        assertThat(card).isHidden();
        merchant.selectOption("#rtn-status", "ACCEPTED");
        assertThat(merchant.getByLabel("Words on the card, at most 30 characters")).isVisible();

        merchant.fill(CARD, "Dear <b>John</b>");
        merchant.fill("#rtn-message", "Thank you");
        merchant.click("#rtn-update");
        assertThat(merchant.locator(ERROR)).hasText("The printer knows letters and digits only.");
        assertThat(card).isFocused();
        assertThat(card).hasValue("Dear <b>John</b>");
        assertThat(merchant.locator("#rtn-message")).hasValue("Thank you");
        merchant.fill(CARD, "a".repeat(31));
        assertThat(merchant.locator(ERROR)).hasCount(0);
        merchant.click("#rtn-update");
        assertThat(merchant.locator(ERROR)).hasText("No more than 30 characters fit on the card.");

        merchant.fill(CARD, "  Dear John\nkeep well ");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-preview-recipient")).hasText("john@example.com");
        assertThat(merchant.frameLocator("#rtn-preview-body").locator("body")).containsText("On the card: Dear John");
        assertThat(inputs(number)).containsExactly("Dear John\nkeep well");
        assertThat(kinds(number)).containsExactly("STATUS");

        merchant.click("#rtn-back");
        assertThat(card).hasValue("  Dear John\nkeep well ");
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply-and-send");
        Locator shown = merchant.locator("#return-" + number);
        assertThat(shown.locator(".rtn-head .rtn-tag")).hasText("Accepted");
        assertThat(shown.locator(".rtn-confirmation")).containsText("email");
        assertThat(shown.locator(".rtn-journal-entry[data-kind=GIFT] .rtn-step")).hasText("A card is written");
        assertThat(shown.locator(".rtn-journal-entry[data-kind=GIFT]")).containsText("keep well");
        assertThat(kinds(number)).containsExactly("STATUS", "STATUS", "GIFT");
        assertThat(mail(number, "ACCEPTED")).contains("On the card: Dear John").contains("keep well");
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_EVENT E WHERE E.EVENT_KIND = 'gift.written' AND E.RETURN_NUMBER = ?",
            Integer.class, number)).isEqualTo(1);
    }

    @Test
    void whatWasTypedForAnotherStatusIsNotDone() {
        String number = node.ask("request " + order() + " 0 1");
        Page merchant = dialog("fr", number);
        merchant.selectOption("#rtn-status", "ACCEPTED");
        merchant.getByLabel("Texte de la carte, 30 caract\u00e8res au plus").fill("Ch\u00e8re Ann");
        merchant.selectOption("#rtn-status", "REFUSED");
        merchant.selectOption("#rtn-refused .rtn-refusal-reason", "USED");
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");

        assertThat(merchant.locator("#return-" + number + " .rtn-head .rtn-tag")).hasText("Refus\u00e9");
        assertThat(inputs(number)).isEmpty();
        assertThat(kinds(number)).containsExactly("STATUS", "STATUS");
    }

    /** Its form is of few parts, however many there are in the dialog. */
    @Test
    void aPartGoesWithALabelToo() {
        String number = node.ask("request " + order() + " 0 1");
        Page merchant = dialog("en", number);
        merchant.click("#rtn-send-label");
        merchant.setInputFiles("#rtn-label", LABEL);
        merchant.fill(CARD, "Dear & John");
        merchant.click("#rtn-update");
        assertThat(merchant.locator(ERROR)).hasText("The printer knows letters and digits only.");
        merchant.fill(CARD, "D\u00e9ar John");
        merchant.click("#rtn-update");
        assertThat(merchant.locator("#rtn-preview-attachment")).containsText("label.pdf");
        merchant.click("#rtn-apply");

        assertThat(merchant.locator("#return-" + number + " .rtn-journal-entry[data-kind=GIFT]")).containsText("D\u00e9ar John");
        assertThat(inputs(number)).containsExactly("D\u00e9ar John");
        assertThat(kinds(number)).containsExactly("STATUS", "STATUS", "GIFT");
    }

    @Test
    void aPartIsEnteredWhereAReturnIsCreated() {
        String order = node.ask("identifier " + order());
        Page merchant = merchant("en");
        merchant.navigate(node.ask("backOffice") + "/order/" + order + "#returns");
        merchant.waitForLoadState();
        merchant.click(".rtn-create-return");
        merchant.locator(".rtn-create-quantity").first().fill("1");
        merchant.locator(".rtn-create-line select").first().selectOption("DAMAGED");
        merchant.selectOption("#rtn-refund-type", "STORE_CREDIT");
        merchant.fill(CARD, "<3");
        merchant.click("#rtn-create");
        assertThat(merchant.locator(ERROR)).hasText("The printer knows letters and digits only.");
        assertThat(merchant.locator(".rtn-create-quantity").first()).hasValue("1");
        merchant.fill(CARD, "Dear John");
        merchant.click("#rtn-create");

        assertThat(merchant.locator(".rtn-return .rtn-journal-entry[data-kind=GIFT]")).containsText("Dear John");
        String number = sql.queryForObject("SELECT RETURN_NUMBER FROM RTN_REQUEST WHERE ORDER_ID = ?", String.class, Long.valueOf(order));
        assertThat(kinds(number)).containsExactly("STATUS", "GIFT");
        assertThat(mail(number, "REQUESTED")).contains("On the card: Dear John");
    }

    private static String mail(String number, String status) {
        return sql.queryForObject("SELECT M.TEXT_BODY FROM RTN_MAIL_BODY M JOIN RTN_JOURNAL_ENTRY J ON J.MAIL_ID = M.MAIL_ID"
            + " JOIN RTN_REQUEST R ON R.REQUEST_ID = J.REQUEST_ID WHERE R.RETURN_NUMBER = ? AND J.TO_STATUS = ?", String.class, number, status);
    }

    private static String order() {
        return node.ask("order john@example.com 1=2");
    }

    private Page merchant(String language) {
        return browser.merchantAt(node.ask("backOffice"), "admin", language);
    }

    private Page dialog(String language, String number) {
        Page merchant = merchant(language);
        merchant.navigate(node.ask("backOffice") + "/returns/" + number);
        merchant.click("#return-" + number + " .rtn-update-status");
        assertThat(merchant.locator("#rtn-status-form")).isVisible();
        return merchant;
    }

    /** What the newest preview keeps. */
    private static List<String> inputs(String number) {
        return sql.queryForList("SELECT P.INPUTS FROM RTN_STATUS_PREVIEW P WHERE P.INPUTS IS NOT NULL AND P.PREVIEW_ID ="
            + " (SELECT MAX(P.PREVIEW_ID) FROM RTN_STATUS_PREVIEW P JOIN RTN_REQUEST R ON R.REQUEST_ID = P.REQUEST_ID"
            + " WHERE R.RETURN_NUMBER = ?)", String.class, number).stream().map(NamedTexts::read)
            .filter(texts -> texts.containsKey(GiftFeature.INPUT))
            .map(texts -> texts.get(GiftFeature.INPUT)).toList();
    }

    private static List<String> kinds(String number) {
        return sql.queryForList("SELECT J.KIND FROM RTN_JOURNAL_ENTRY J JOIN RTN_REQUEST R ON R.REQUEST_ID = J.REQUEST_ID"
            + " WHERE R.RETURN_NUMBER = ? ORDER BY J.HAPPENED_AT, J.ENTRY_ID", String.class, number);
    }
}
