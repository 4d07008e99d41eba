package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.broadleafreturns.core.choice.RefundBehaviour;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reasons and refund types, kept by the merchant over HTTP, and what shoppers get to see of them. */
class ChoiceIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final String REASONS = "/return-reasons";
    private static final String REFUND_TYPES = "/refund-types";
    private static final String CONDITIONS = "/return-conditions";

    private final HttpVisitor admin = HttpVisitor.merchant("admin");

    @Test
    void theShopStartsWithSensibleChoicesInItsOrder() {
        assertThat(column(REASONS, 1)).containsSubsequence("I changed my mind", "Wrong size or fit", "Not as described",
            "Damaged or faulty", "Wrong article sent", "Another reason");
        assertThat(column(REASONS, 2)).contains("CHANGED_MIND", "OTHER");
        admin.get("/?blLocaleCode=fr");
        assertThat(column(REASONS, 1)).contains("J\u2019ai chang\u00e9 d\u2019avis", "Ab\u00eem\u00e9 ou d\u00e9fectueux");
        assertThat(column(REFUND_TYPES, 1)).contains("Remboursement sur le moyen de paiement d\u2019origine", "\u00c9change");
        assertThat(column(REFUND_TYPES, 5)).contains("De l\u2019argent", "Un bon d\u2019achat", "Un \u00e9change");
    }

    @Test
    void aNewReasonGetsACodeAndTheLastPlaceAndReachesShoppers() {
        String label = unique("Box <i>crushed</i> & wet");
        String french = unique("Carton <i>\u00e9cras\u00e9</i>");
        MerchantForm form = MerchantForm.on(admin, REASONS + "/add");
        assertThat(form.value("active")).isEqualTo("true");

        form.with("labelEn", "  " + label + " ").with("labelFr", french).save();

        Map<String, Object> stored = row("RTN_REASON", label);
        assertThat(stored.get("CODE").toString()).startsWith("BOX_I_CRUSHED_I_WET");
        assertThat(label("RTN_REASON", stored.get("CHOICE_ID"), "fr")).isEqualTo(french);
        assertThat(stored).containsEntry("ACTIVE", true).containsEntry("COMMENT_REQUIRED", false);
        assertThat((Integer) stored.get("SORT_ORDER")).isGreaterThan(60);
        Document list = list(REASONS, "?code=" + stored.get("CODE"));
        assertThat(list.select("tbody tr[data-link] td:nth-child(1)").eachText()).containsExactly(label);
        assertThat(list.select("tbody i:containsOwn(crushed)")).isEmpty();
        assertThat(reasonsOffered("en")).contains(label);
        assertThat(reasonsOffered("fr")).contains(french);
    }

    @Test
    void theListIsFilteredAndSortedByTheLabelThatItShows() {
        String word = "Zz" + UUID.randomUUID().toString().substring(0, 6);
        MerchantForm.on(admin, REASONS + "/add").with("labelEn", word + " two").with("labelFr", word + " Un").save();
        MerchantForm.on(admin, REASONS + "/add").with("labelEn", word + " One").with("labelFr", word + " deux").save();

        assertThat(labels("?label=" + word.toLowerCase())).containsExactly(word + " two", word + " One");
        assertThat(labels("?label=" + word + "&sortProperty=label&sortDirection=ASCENDING")).containsExactly(word + " One", word + " two");
        assertThat(labels("?sortProperty=label&sortDirection=DESCENDING")).startsWith(word + " two", word + " One");
        assertThat(labels("?label=" + word + "%2520TWO")).containsExactly(word + " two");
        assertThat(labels("?label=%25")).isEmpty();
        admin.get("/?blLocaleCode=fr");
        assertThat(labels("?label=" + word + "&sortProperty=label&sortDirection=DESCENDING")).containsExactly(word + " Un", word + " deux");
        assertThat(labels("?label=" + word + "%20two")).isEmpty();
    }

    private List<String> labels(String query) {
        return list(REASONS, query).select("tbody tr[data-link] td:nth-child(1)").eachText();
    }

    @Test
    void aRefundTypeSaysWhatItGives() {
        String label = unique("Points");
        MerchantForm form = MerchantForm.on(admin, REFUND_TYPES + "/add").with("labelEn", label).with("labelFr", label);
        assertThat(form.value("behaviour")).isEqualTo("MONEY");
        assertThat(form.with("behaviour", "GOLD").save().body()).contains("Choose one of those that are offered.");
        form.with("behaviour", "VOUCHER").with("active", "false").save();

        Map<String, Object> stored = row("RTN_REFUND_TYPE", label);
        assertThat(stored).containsEntry("BEHAVIOUR", "VOUCHER");
        assertThat(TestShop.bean(ReturnChoices.class).refundBehaviour(stored.get("CODE").toString())).isEqualTo(RefundBehaviour.VOUCHER);
        MerchantForm.on(admin, REFUND_TYPES + "/" + stored.get("CHOICE_ID")).with("behaviour", "NOTHING").save();
        assertThat(row("RTN_REFUND_TYPE", label)).containsEntry("BEHAVIOUR", "NOTHING");
        assertThat(database().queryForList("select BEHAVIOUR from RTN_REFUND_TYPE where CHOICE_ID < 0 order by CHOICE_ID desc", String.class))
            .containsExactly("MONEY", "VOUCHER", "EXCHANGE");
    }

    @Test
    void aConditionSaysWhetherGoodsInItCanBeSoldAgain() {
        String label = unique("Demo piece");
        MerchantForm form = MerchantForm.on(admin, CONDITIONS + "/add").with("labelEn", label).with("labelFr", label);
        assertThat(form.value("sellable")).isEqualTo("false");
        form.save();

        Map<String, Object> stored = row("RTN_CONDITION", label);
        assertThat(stored).containsEntry("SELLABLE", false);
        String code = stored.get("CODE").toString();
        assertThat(TestShop.bean(ReturnChoices.class).isSellable(code)).isFalse();
        MerchantForm.on(admin, CONDITIONS + "/" + stored.get("CHOICE_ID")).with("sellable", "true").save();
        assertThat(row("RTN_CONDITION", label)).containsEntry("SELLABLE", true);
        assertThat(TestShop.bean(ReturnChoices.class).isSellable(code)).isTrue();
        assertThat(database().queryForList("select CODE from RTN_CONDITION where SELLABLE = true and CHOICE_ID < 0", String.class))
            .containsExactly("AS_NEW");
        MerchantForm.on(admin, CONDITIONS + "/" + stored.get("CHOICE_ID")).with("active", "false").save();
    }

    @Test
    void codesAreKeptApart() {
        String label = unique("Lost");
        addReason(label, null);
        addReason(label, null);
        HttpResponse<String> refused = MerchantForm.on(admin, REASONS + "/add").with("labelEn", unique("Other"))
            .with("labelFr", "Autre").with("code", "changed_mind").save();

        assertThat(rows("RTN_REASON", label)).extracting(row -> row.get("CODE"))
            .hasSize(2).doesNotHaveDuplicates();
        assertThat(refused.body()).contains("This code is taken.");
        assertThat(database().queryForList("select CODE from RTN_REASON where CODE = 'CHANGED_MIND'")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {REASONS, REFUND_TYPES})
    void whatIsWrongIsSaidBesideTheFieldAndNothingIsLost(String section) {
        long before = count(section);

        HttpResponse<String> answer = MerchantForm.on(admin, section + "/add").with("labelEn", " ").with("labelFr", "x".repeat(121))
            .with("code", "no spaces!").with("sortOrder", "first").save();

        assertThat(answer.body()).contains("Please fill in this field.", "Please shorten this text to 120 characters.",
            "Use capital letters, digits and underscores only", "Enter a whole number from 0 to 99999.")
            .contains("no spaces!", "x".repeat(121));
        assertThat(count(section)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {REASONS, REFUND_TYPES})
    void theListSaysInTheMerchantsLanguageWhatIsActive(String section) {
        admin.get("/?blLocaleCode=fr");

        assertThat(column(section, 4)).isNotEmpty().isSubsetOf("Oui", "Non");
    }

    @Test
    void aLabelOfExactlyTheLimitIsTaken() {
        String longest = unique("").repeat(20).substring(0, 120);

        addReason(longest, null);

        assertThat(row("RTN_REASON", longest).get("CODE").toString()).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void labelsChangeAndCodesDoNot() {
        String label = unique("Smells");
        addReason(label, null);
        Map<String, Object> stored = row("RTN_REASON", label);
        String address = REASONS + "/" + stored.get("CHOICE_ID");

        HttpResponse<String> refused = MerchantForm.on(admin, address).with("code", "SOMETHING_ELSE").save();
        String changed = unique("Smells of fish");
        MerchantForm.on(admin, address).with("labelEn", changed).with("sortOrder", "5").save();

        assertThat(refused.body()).contains("The code cannot be changed");
        assertThat(Jsoup.parse(admin.get(address).body()).text()).as("its heading").contains(changed);
        assertThat(row("RTN_REASON", changed)).containsEntry("CODE", stored.get("CODE")).containsEntry("SORT_ORDER", 5);
    }

    @Test
    void whatAReturnWasMadeWithIsSwitchedOffAndNotDeleted() {
        String label = unique("Ugly");
        addReason(label, null);
        Map<String, Object> stored = row("RTN_REASON", label);
        String address = REASONS + "/" + stored.get("CHOICE_ID");
        String order = TestShop.newOrder(JOHN, Map.of(1L, 2));
        HttpVisitor john = HttpVisitor.shopper(JOHN);
        HttpResponse<String> made = ask(john, order, stored.get("CODE").toString(), "");

        HttpResponse<String> refused = MerchantForm.on(admin, address).delete();
        String shown = refused.statusCode() == 302 ? admin.get(address).body() : refused.body();
        assertThat(shown).contains("cannot be deleted, because returns were made with it");
        assertThat(row("RTN_REASON", label)).isNotEmpty();

        MerchantForm.on(admin, address).with("active", "false").save();
        assertThat(row("RTN_REASON", label)).containsEntry("ACTIVE", false);
        assertThat(reasonsOffered("en")).doesNotContain(label);
        assertThat(john.get(made.headers().firstValue("Location").orElseThrow()).body()).contains(label);
        assertThat(ask(john, order, stored.get("CODE").toString(), "").statusCode()).isEqualTo(422);
    }

    @Test
    void whatNobodyChoseCanBeDeleted() {
        String label = unique("Mistake");
        addReason(label, null);

        MerchantForm.on(admin, REASONS + "/" + row("RTN_REASON", label).get("CHOICE_ID")).delete();

        assertThat(rows("RTN_REASON", label)).isEmpty();
    }

    @Test
    void aReasonAsksForAComment() {
        String label = unique("Tell us");
        MerchantForm.on(admin, REASONS + "/add").with("labelEn", label).with("labelFr", "Dites-nous").with("commentRequired", "true").save();
        String code = row("RTN_REASON", label).get("CODE").toString();
        String order = TestShop.newOrder(JOHN, Map.of(1L, 1));
        HttpVisitor john = HttpVisitor.shopper(JOHN);

        HttpResponse<String> refused = ask(john, order, code, "  ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#rtn-comment-error").text())
            .isEqualTo("Write a comment: the reason you have chosen asks for it.");
        assertThat(ask(john, order, code, "It was blue").statusCode()).isEqualTo(302);
    }

    @Test
    void theCommentIsCalledOptionalOnlyWhileNoReasonAsksForOne() {
        String order = TestShop.newOrder(JOHN, Map.of(1L, 1));
        String form = FormAddresses.form(order) + "&blLocaleCode=";
        String dialog = "/returns/orders/" + TestShop.orderId(order) + "/new?blcAjax=true&blLocaleCode=";
        HttpVisitor john = HttpVisitor.shopper(JOHN);
        List<Long> asking = database().queryForList("select CHOICE_ID from RTN_REASON where COMMENT_REQUIRED = true", Long.class);
        database().update("update RTN_REASON set COMMENT_REQUIRED = false");
        try {
            assertThat(commentLabel(john.get(form + "en"))).isEqualTo("Comment (optional)");
            assertThat(commentLabel(john.get(form + "fr"))).isEqualTo("Commentaire (facultatif)");
            assertThat(commentLabel(admin.get(dialog + "en"))).isEqualTo("Customer\u2019s comment (optional)");

            database().update("update RTN_REASON set COMMENT_REQUIRED = true where CODE = 'DAMAGED'");
            assertThat(commentLabel(john.get(form + "en"))).isEqualTo("Comment (needed for: Damaged or faulty)");
            assertThat(commentLabel(john.get(form + "fr"))).startsWith("Commentaire (obligatoire pour : ").endsWith(")");
            assertThat(commentLabel(admin.get(dialog + "en"))).isEqualTo("Customer\u2019s comment (needed for: Damaged or faulty)");
            assertThat(commentLabel(admin.get(dialog + "fr"))).contains("(obligatoire pour : ");
        } finally {
            admin.get("/?blLocaleCode=en");
            database().update("update RTN_REASON set COMMENT_REQUIRED = false");
            asking.forEach(id -> database().update("update RTN_REASON set COMMENT_REQUIRED = true where CHOICE_ID = ?", id));
        }
    }

    private static String commentLabel(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("label[for=rtn-comment]").text();
    }

    @Test
    void oneChoiceStaysActive() {
        List<Long> others = database().queryForList("select CHOICE_ID from RTN_REFUND_TYPE where ACTIVE = true and CHOICE_ID <> -1",
            Long.class);
        try {
            others.forEach(id -> database().update("update RTN_REFUND_TYPE set ACTIVE = false where CHOICE_ID = ?", id));

            HttpResponse<String> refused = MerchantForm.on(admin, REFUND_TYPES + "/-1").with("active", "false").save();

            assertThat(refused.body()).contains("This is the last active entry.");
            assertThat(database().queryForObject("select ACTIVE from RTN_REFUND_TYPE where CHOICE_ID = -1", Boolean.class)).isTrue();
        } finally {
            others.forEach(id -> database().update("update RTN_REFUND_TYPE set ACTIVE = true where CHOICE_ID = ?", id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {REASONS, REFUND_TYPES})
    void whoMayNotMaintainSettingsChangesNothing(String section) {
        Map<String, String> fields = Map.of("id", "-1", "fields['labelEn'].value", "Hacked", "fields['labelFr'].value", "Hacked",
            "fields['id'].value", "-1", "ceilingEntityClassname", ceiling(section), "entityType", ceiling(section));
        for (String login : List.of("viewer", "csr", "catalog")) {
            HttpVisitor other = HttpVisitor.merchant(login);
            Map<String, String> form = new LinkedHashMap<>(fields);
            form.put("csrfToken", other.token(login.equals("catalog") ? "/product/1" : anOrder()));

            for (String page : List.of(section, section + "/-1")) {
                assertThat(other.get(page).statusCode()).as(login + " " + page).isEqualTo(login.equals("viewer") ? 200 : 403);
            }
            for (String action : List.of("/-1", "/add", "/-1/delete")) {
                assertThat(other.post(section + action, form).statusCode()).as(login + " " + action).isEqualTo(403);
            }
        }
        HttpVisitor nobody = HttpVisitor.inBackOffice();
        nobody.post(section + "/-1", fields);

        assertThat(column(section, 1)).doesNotContain("Hacked");
        assertThat(column(section, 2)).contains(section.equals(REASONS) ? "CHANGED_MIND" : "ORIGINAL_PAYMENT");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        HttpResponse<String> answer = admin.get(REASONS + "/987654");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such entry");
    }

    private void addReason(String label, String code) {
        MerchantForm form = MerchantForm.on(admin, REASONS + "/add").with("labelEn", label).with("labelFr", label);
        (code == null ? form : form.with("code", code)).save();
    }

    private static HttpResponse<String> ask(HttpVisitor shopper, String order, String reason, String comment) {
        Long item = TestShop.wish(order, 0, 1, null).lines().get(0).orderItemId();
        return shopper.askToReturn(order, Map.of("quantity[" + item + "]", "1", "reason[" + item + "]", reason,
            "refundType", "EXCHANGE", "comment", comment));
    }

    private static List<String> reasonsOffered(String language) {
        String order = TestShop.newOrder(JOHN, Map.of(1L, 1));
        Document page = Jsoup.parse(HttpVisitor.shopper(JOHN).get(FormAddresses.form(order) + "&blLocaleCode=" + language).body());
        return page.select("select[name^=reason] option").eachText();
    }

    private List<String> column(String section, int number) {
        Elements cells = list(section, "").select("tbody tr[data-link] td:nth-child(" + number + ")");
        return cells.eachText();
    }

    private Document list(String section, String query) {
        return Jsoup.parse(admin.get(section + query).body());
    }

    private static String ceiling(String section) {
        return "org.broadleafreturns.core.choice." + (section.equals(REASONS) ? "ReturnReason" : "RefundType");
    }

    private static long count(String section) {
        return database().queryForObject("select count(*) from " + (section.equals(REASONS) ? "RTN_REASON" : "RTN_REFUND_TYPE"),
            Long.class);
    }

    private static Map<String, Object> row(String table, String label) {
        return rows(table, label).get(0);
    }

    /** Those of that English label. */
    private static List<Map<String, Object>> rows(String table, String label) {
        return database().queryForList("select * from " + table + " where CHOICE_ID in (select CHOICE_ID from " + table
            + "_LABEL where LANGUAGE_TAG = 'en' and CONTENT = ?) order by CHOICE_ID", label);
    }

    private static String label(String table, Object id, String language) {
        return database().queryForObject("select CONTENT from " + table + "_LABEL where CHOICE_ID = ? and LANGUAGE_TAG = ?",
            String.class, id, language);
    }

    private static String unique(String text) {
        return (text + " " + UUID.randomUUID().toString().substring(0, 8)).strip();
    }

    /** A page with a form, and so with a token, for those who see orders. */
    private static String anOrder() {
        return "/order/" + database().queryForObject("select min(ORDER_ID) from BLC_ORDER where ORDER_NUMBER is not null", Long.class);
    }

    private static JdbcTemplate database() {
        return new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
    }
}
