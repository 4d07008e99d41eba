package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.demo.TestShop.bean;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.core.template.FilledTemplate;
import org.broadleafreturns.core.template.TemplateTexts;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of message templates that the merchant keeps, and what of it a dialog offers. */
class MessageTemplateIntegrationTests {

    private static final String LIST = "/return-templates";
    private static final String CEILING = "org.broadleafreturns.core.template.MessageTemplate";
    private static final String HOSTILE = "</select><script>alert(1)</script> \"{{number}}\" '&amp;";

    private final HttpVisitor admin = HttpVisitor.merchant("admin");
    private final String name = "T" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void onlyTheDemosTemplatesStay() {
        ReturnTables.database().update("delete from RTN_MESSAGE_TEMPLATE where TEMPLATE_ID > 0");
    }

    @Test
    void aMerchantKeepsATextInTheCustomersLanguages() {
        add("Hello {{firstName}}\r\nyour {{number}}", "Bonjour {{firstName}}");

        Map<String, Object> stored = row();
        assertThat(stored).containsEntry("ACTIVE", true).containsEntry("SORT_ORDER", 40);
        assertThat(text(stored, "en")).isEqualTo("Hello {{firstName}}\nyour {{number}}");
        assertThat(text(stored, "fr")).isEqualTo("Bonjour {{firstName}}");
        assertThat(list("en")).contains(name, "Something is missing");
        assertThat(list("fr")).contains(name + " fr", "Il manque quelque chose");

        String address = LIST + "/" + stored.get("TEMPLATE_ID");
        assertThat(MerchantForm.on(admin, address).value("textEn")).isEqualToIgnoringNewLines("Hello {{firstName}}\nyour {{number}}");
        MerchantForm.on(admin, address).with("textEn", "Changed").with("sortOrder", "5").save();
        assertThat(text(stored, "en")).isEqualTo("Changed");
        assertThat(row()).containsEntry("SORT_ORDER", 5);
        MerchantForm.on(admin, address).delete();
        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Hello {{firstname}}      | This text has a placeholder that does not exist: firstname. Those that do are named below the fields.
        {{adminLink}}            | This text has a placeholder that does not exist: adminLink.
        {{# prénom }} you        | This text has a placeholder that does not exist: prénom.
        {{> include}}            | This text has a placeholder that does not exist.
        {{{number}}}             | This text has a placeholder that does not exist.
        {{number.class}}         | This text has a placeholder that does not exist: number.class.
        {{'{0}'}}                | This text has a placeholder that does not exist.
        Hello {{firstName        | The braces in this text do not fit together
        {{#firstName}} you       | The braces in this text do not fit together
        {{#articles}}x{{/articles}} | The braces in this text do not fit together
        """)
    void aPlaceholderThatDoesNotExistIsRefusedAndNothingIsLost(String text, String said) {
        HttpResponse<String> answer = form(text, "").save();

        assertThat(answer.body()).contains(name);
        assertThat(Jsoup.parse(answer.body()).text()).contains(said);
        assertThat(Jsoup.parse(answer.body()).select("textarea[name*=textEn]").text().replaceAll("\\s", ""))
            .isEqualTo(text.replaceAll("\\s", ""));
        assertThat(rows()).isEmpty();
    }

    @Test
    void aPlaceholderThatDoesNotExistIsNamedInTheMerchantsLanguage() {
        HttpVisitor french = HttpVisitor.merchant("admin");
        french.get("/?blLocaleCode=fr");

        String said = Jsoup.parse(MerchantForm.on(french, LIST + "/add").with("labelEn", name).with("labelFr", name)
            .with("textFr", "Bonjour {{prenom}}").save().body()).text();

        assertThat(said).contains(new Words("fr").say("rtn.admin.template.unknown.named", "prenom").replace('\u00a0', ' '));
    }

    @Test
    void aTextIsNeededInOneLanguageAndNoLongerThanAMessage() {
        assertThat(form(" ", "").save().body()).contains("Write the text in at least one language.");
        assertThat(form("x".repeat(2001), "").save().body()).contains("Please shorten this text to 2000 characters.");
        assertThat(form("a\u0001b", "").save().body()).contains("Please leave out control characters.");
        assertThat(MerchantForm.on(admin, LIST + "/add").with("textEn", "x").save().body()).contains("Please fill in this field.");
        assertThat(rows()).isEmpty();

        add("", "x".repeat(2000));
        assertThat(text(row(), "fr")).hasSize(2000);
    }

    @Test
    void whatIsOfferedIsFilledInInTheCustomersLanguageAsFarAsItIsWrittenThere() {
        add("E {{firstName}} {{lastName}} {{number}} {{orderNumber}} {{refundType}}\n{{articles}}{{#shopName}}!{{/shopName}}", "");
        String email = name.toLowerCase(Locale.ROOT) + "@example.com";
        bean(DemoOrders.class).customer(email, "John", "Miller", "fr");
        ReturnRequest request = request(email, Locale.FRENCH);

        FilledTemplate offered = offered(request, Locale.ENGLISH);
        assertThat(offered.name()).isEqualTo(name);
        // There is no French text, so it is the shop's own language; what is filled in is the customer's all the same.
        assertThat(offered.text()).startsWith("E John Miller " + request.getNumber() + " " + request.getOrderNumber() + " Remboursement")
            .contains("\n- Boston fern").contains("× 2");
        assertThat(offered(request, Locale.FRENCH).name()).isEqualTo(name + " fr");

        MerchantForm.on(admin, LIST + "/" + row().get("TEMPLATE_ID")).with("textFr", "F {{firstName}}").save();
        assertThat(offered(request, Locale.ENGLISH).text()).isEqualTo("F John");
        MerchantForm.on(admin, LIST + "/" + row().get("TEMPLATE_ID")).with("active", "false").save();
        assertThat(bean(TemplateTexts.class).offeredFor(request.getNumber(), Locale.ENGLISH)).extracting(FilledTemplate::name)
            .doesNotContain(name).contains("Something is missing");
    }

    @Test
    void hostileWordsStayWords() {
        String email = name.toLowerCase(Locale.ROOT) + "@example.com";
        TestShop.newCustomer(email, HOSTILE, "Miller");
        add("Dear {{firstName}}, " + HOSTILE.replace("{{number}}", ""), "");
        ReturnRequest request = request(email, Locale.ENGLISH);

        String expected = "Dear " + HOSTILE + ", " + HOSTILE.replace("{{number}}", "");
        assertThat(offered(request, Locale.ENGLISH).text()).isEqualTo(expected);
        HttpResponse<String> dialog = HttpVisitor.merchant("csr").get("/returns/" + request.getNumber() + "/status?blcAjax=true");
        Element option = Jsoup.parse(dialog.body()).select("#rtn-template option").stream()
            .filter(choice -> choice.text().equals(name)).findFirst().orElseThrow();
        assertThat(option.attr("data-text")).isEqualTo(expected);
        assertThat(Jsoup.parse(dialog.body()).select("script")).isEmpty();
    }

    /** What somebody has put into the table by other means is no error of the dialog. */
    @Test
    void aTextThatCannotBeReadIsOfferedAsItIs() {
        add("x", "");
        ReturnTables.database().update("update RTN_MESSAGE_TEMPLATE_TEXT set CONTENT = ? where TEMPLATE_ID = ?", "Hello {{#open",
            row().get("TEMPLATE_ID"));

        assertThat(offered(request("john@example.com", Locale.ENGLISH), Locale.ENGLISH).text()).isEqualTo("Hello {{#open");
    }

    @Test
    void aDialogWithoutTemplatesHasNothingToChoose() {
        ReturnRequest request = request("john@example.com", Locale.ENGLISH);
        ReturnTables.database().update("update RTN_MESSAGE_TEMPLATE set ACTIVE = false");
        try {
            String dialog = HttpVisitor.merchant("csr").get("/returns/" + request.getNumber() + "/status?blcAjax=true").body();
            assertThat(Jsoup.parse(dialog).select("#rtn-template")).isEmpty();
            assertThat(Jsoup.parse(dialog).select("#rtn-message")).hasSize(1);
        } finally {
            ReturnTables.database().update("update RTN_MESSAGE_TEMPLATE set ACTIVE = true");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "csr", "catalog"})
    void whoMayNotMaintainSettingsChangesNothing(String login) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("id", "-1", "fields['labelEn'].value", "Hacked", "fields['textEn'].value",
            "Hacked", "fields['id'].value", "-1", "ceilingEntityClassname", CEILING, "entityType", CEILING));
        HttpVisitor other = HttpVisitor.merchant(login);
        form.put("csrfToken", other.token(login.equals("catalog") ? "/product/1" : "/order/" + TestShop.orderId("PL-1003")));

        for (String page : List.of(LIST, LIST + "/-1")) {
            assertThat(other.get(page).statusCode()).as(page).isEqualTo(login.equals("viewer") ? 200 : 403);
        }
        for (String action : List.of("/-1", "/add", "/-1/delete")) {
            assertThat(other.post(LIST + action, form).statusCode()).as(action).isEqualTo(403);
        }
        assertThat(list("en")).contains("How to pack plants").doesNotContain("Hacked");
    }

    private FilledTemplate offered(ReturnRequest request, Locale reader) {
        return bean(TemplateTexts.class).offeredFor(request.getNumber(), reader).stream()
            .filter(template -> template.name().startsWith(name)).findFirst().orElseThrow();
    }

    private void add(String english, String french) {
        HttpResponse<String> answer = form(english, french).save();
        assertThat(rows()).as(Jsoup.parse(answer.body()).select(".error").text()).hasSize(1);
    }

    private MerchantForm form(String english, String french) {
        return MerchantForm.on(admin, LIST + "/add").with("labelEn", name).with("labelFr", name + " fr").with("textEn", english)
            .with("textFr", french);
    }

    private List<String> list(String language) {
        admin.get("/?blLocaleCode=" + language);
        try {
            return Jsoup.parse(admin.get(LIST).body()).select("tbody tr[data-link] td:nth-child(1)").eachText();
        } finally {
            admin.get("/?blLocaleCode=en");
        }
    }

    private static ReturnRequest request(String email, Locale language) {
        String order = TestShop.newOrder(email, Map.of(1L, 2));
        SubmitReturn wish = TestShop.wish(order, 0, 2, null);
        return bean(ReturnSubmissionService.class).submit(new SubmitReturn(order, wish.customerId(), wish.lines(), "ORIGINAL_PAYMENT",
            null, language, null));
    }

    private Map<String, Object> row() {
        return rows().get(0);
    }

    private List<Map<String, Object>> rows() {
        return ReturnTables.database().queryForList("select * from RTN_MESSAGE_TEMPLATE where TEMPLATE_ID in"
            + " (select TEMPLATE_ID from RTN_MESSAGE_TEMPLATE_LABEL where CONTENT = ?)", name);
    }

    private static String text(Map<String, Object> row, String language) {
        return ReturnTables.database().queryForObject("select CONTENT from RTN_MESSAGE_TEMPLATE_TEXT where TEMPLATE_ID = ?"
            + " and LANGUAGE_TAG = ?", String.class, row.get("TEMPLATE_ID"), language);
    }
}
