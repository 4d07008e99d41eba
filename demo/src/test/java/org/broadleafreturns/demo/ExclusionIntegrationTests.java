package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.core.exclusion.Exclusion;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the merchant does not take back, kept over HTTP, and what shoppers read of it. */
class ExclusionIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final String SECTION = "/return-exclusions";
    private static final long FERN = 1;
    private static final long CAN = 7;
    private static final long SHEARS = 8;
    private static final long GUIDE = 9;
    private static final String ROOT = "1";
    private static final String TOOLS = "3";
    private static final String DIGITAL = "4";

    private final HttpVisitor admin = HttpVisitor.merchant("admin");

    @AfterEach
    void takeEverythingBackAgain() {
        StoredMarks.forget();
        database().update("delete from BLC_CATEGORY_XREF where CATEGORY_XREF_ID = -9");
    }

    @Test
    void aCategoryIsExcludedAndTheShopperReadsWhy() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 1, CAN, 1));
        HttpVisitor john = HttpVisitor.shopper(JOHN);
        assertThat(offered(john, order, "en")).containsExactlyInAnyOrder("Boston fern", "Watering can");

        mark("NOT_RETURNABLE", null, TOOLS, "HYGIENE").save();
        StoredMarks.haveAlwaysHeld();

        assertThat(offered(john, order, "en")).containsExactly("Boston fern");
        assertThat(notice(john, order, "Watering can", "en")).contains("health and hygiene");
        assertThat(notice(john, order, "Watering can", "fr")).contains("raisons d\u2019hygi\u00e8ne");
        assertThat(ask(john, order, "Watering can").statusCode()).isEqualTo(422);
        assertThat(ask(john, order, "Boston fern").statusCode()).isEqualTo(302);
    }

    @Test
    void theProductOverridesItsCategory() {
        String order = TestShop.newOrder(JOHN, Map.of(SHEARS, 1, CAN, 1));
        HttpVisitor john = HttpVisitor.shopper(JOHN);
        mark("NOT_RETURNABLE", null, TOOLS, "PERISHABLE").save();
        mark("RETURNABLE", Long.toString(SHEARS), null, "PERISHABLE").save();
        StoredMarks.haveAlwaysHeld();

        assertThat(offered(john, order, "en")).containsExactly("Pruning shears");
        assertThat(ask(john, order, "Pruning shears").statusCode()).isEqualTo(302);
    }

    @Test
    void theRootIsInheritedByEverythingAndCirclesDoNoHarm() {
        database().update("insert into BLC_CATEGORY_XREF (CATEGORY_XREF_ID, CATEGORY_ID, SUB_CATEGORY_ID, DISPLAY_ORDER) values (-9, 3, 1, 1)");
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 1, CAN, 1));
        HttpVisitor john = HttpVisitor.shopper(JOHN);

        mark("NOT_RETURNABLE", null, ROOT, "MADE_TO_MEASURE").save();
        StoredMarks.haveAlwaysHeld();
        assertThat(offered(john, order, "en")).isEmpty();
        assertThat(notice(john, order, "Boston fern", "en")).contains("made or personalised");

        mark("RETURNABLE", null, TOOLS, null).save();
        assertThat(offered(john, order, "en")).contains("Watering can");
    }

    @Test
    void digitalArticlesComeBackWhereTheMerchantSaysSo() {
        String order = TestShop.newOrder(JOHN, Map.of(GUIDE, 1));
        HttpVisitor john = HttpVisitor.shopper(JOHN);
        assertThat(notice(john, order, "Plant care guide (PDF)", "en")).contains("Digital articles cannot be returned.");

        mark("RETURNABLE", null, DIGITAL, null).save();

        assertThat(offered(john, order, "en")).containsExactly("Plant care guide (PDF)");
        assertThat(ask(john, order, "Plant care guide (PDF)").statusCode()).isEqualTo(302);
    }

    @Test
    void theMarkOnABundleHoldsForItsParts() {
        long category = TestCatalogue.category(null);
        long part = TestCatalogue.article(TestCatalogue.category(null));
        long bundle = TestCatalogue.bundle(category, part, 2);
        // Not John: Broadleaf 7.0 cannot count the articles of a history with a bundle, which it calls deprecated.
        String customer = "bundles@example.com";
        TestShop.newCustomer(customer, "Bea", "Bundle");
        String order = TestShop.newOrder(customer, Map.of(bundle, 3, CAN, 1));
        HttpVisitor bea = HttpVisitor.shopper(customer);
        String name = "Article " + part;
        assertThat(offered(bea, order, "en")).containsExactlyInAnyOrder(name, "Watering can");

        mark("NOT_RETURNABLE", Long.toString(bundle), null, "HYGIENE").save();
        StoredMarks.haveAlwaysHeld();

        assertThat(offered(bea, order, "en")).containsExactly("Watering can");
        assertThat(notice(bea, order, name, "en")).contains("health and hygiene");
        assertThat(ask(bea, order, name).statusCode()).isEqualTo(422);

        database().update("delete from RTN_EXCLUSION");
        mark("NOT_RETURNABLE", null, Long.toString(category), "PERISHABLE").save();
        StoredMarks.haveAlwaysHeld();
        assertThat(offered(bea, order, "en")).containsExactly("Watering can");
        database().update("delete from RTN_EXCLUSION");
        assertThat(ask(bea, order, name).statusCode()).isEqualTo(302);
    }

    @Test
    void theMerchantsOwnGroundIsReadInEachLanguageAndIsNoMarkup() {
        String order = TestShop.newOrder(JOHN, Map.of(CAN, 1));
        HttpVisitor john = HttpVisitor.shopper(JOHN);

        mark("NOT_RETURNABLE", Long.toString(CAN), null, "OTHER").with("groundEn", "It's <b>ours</b> {0}").with("groundFr", "C'est <b>\u00e0 nous</b>").save();
        StoredMarks.haveAlwaysHeld();

        assertThat(notice(john, order, "Watering can", "en")).isEqualTo("It's <b>ours</b> {0}");
        assertThat(notice(john, order, "Watering can", "fr")).isEqualTo("C'est <b>\u00e0 nous</b>");
        assertThat(list("").select("tbody b")).isEmpty();
    }

    @Test
    void theListSpeaksWordsAndNamesWhatIsMarked() {
        mark("NOT_RETURNABLE", null, TOOLS, "SEALED_MEDIA").save();
        mark("RETURNABLE", Long.toString(SHEARS), null, null).save();

        List<String> rows = list("").select("tbody tr[data-link]").eachText();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).contains("Cannot be returned", "Pots and tools", "Unsealed audio, video or software");
        assertThat(rows.get(1)).contains("Can be returned", "Pruning shears");
        assertThat(list("?blLocaleCode=fr").select("tbody tr[data-link]").text()).contains("Ne peut pas \u00eatre retourn\u00e9");
        admin.get(SECTION + "?blLocaleCode=en");
    }

    @Test
    void theListIsSearchedByTheNamesOfProducts() {
        mark("NOT_RETURNABLE", null, TOOLS, "HYGIENE").save();
        mark("RETURNABLE", Long.toString(SHEARS), null, null).save();
        mark("RETURNABLE", Long.toString(CAN), null, null).save();

        assertThat(found("?product=pruning%20SH")).containsExactly("Pruning shears");
        // As Broadleaf 7.0's script sends it.
        assertThat(found("?product=pruning%2520SH")).containsExactly("Pruning shears");
        // As the platform's own filter asks.
        assertThat(found("?product=" + CAN)).containsExactly("Watering can");
        assertThat(found("?product=" + CAN + "%7C" + SHEARS)).containsExactlyInAnyOrder("Watering can", "Pruning shears");
        assertThat(found("?product=%25")).isEmpty();
        assertThat(found("?product=Boston%20fern")).isEmpty();
        assertThat(found("?product=")).containsExactlyInAnyOrder("Whole category", "Watering can", "Pruning shears");
    }

    private List<String> found(String query) {
        // Broadleaf 3.1 names the manufacturer too.
        Document list = list(query);
        assertThat(list.select("th").text()).as("the list and no error").contains("Product");
        return list.select("tbody tr[data-link] td:nth-child(1)").eachText().stream()
            .map(name -> name.replaceFirst("^Broadleaf Plants ", "")).toList();
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsStored() {
        assertThat(mark("NOT_RETURNABLE", null, null, "HYGIENE").save().body()).contains("Choose a product or a category.");
        assertThat(mark("NOT_RETURNABLE", Long.toString(CAN), TOOLS, "HYGIENE").save().body())
            .contains("Choose either a product or a category, not both.");
        assertThat(mark("NOT_RETURNABLE", null, TOOLS, "").save().body()).contains("Choose grounds that shoppers can read.");
        assertThat(mark("NOT_RETURNABLE", null, TOOLS, "OTHER").with("groundEn", "Only English").save().body())
            .contains("Write the grounds, or choose ready ones.").contains("Only English");
        assertThat(mark("NOT_RETURNABLE", "4711", null, "HYGIENE").save().body()).contains("This does not exist any more.");

        assertThat(count()).isZero();
    }

    @Test
    void oneThingHasOneMark() {
        mark("NOT_RETURNABLE", null, TOOLS, "HYGIENE").save();

        assertThat(mark("RETURNABLE", null, TOOLS, null).save().body()).contains("There is an entry for this already.");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aMarkChangesAndGoes() {
        mark("NOT_RETURNABLE", null, TOOLS, "HYGIENE").save();
        String address = address();

        MerchantForm.on(admin, address).with("ground", "PERISHABLE").save();
        assertThat(database().queryForObject("select GROUND from RTN_EXCLUSION", String.class)).isEqualTo("PERISHABLE");

        MerchantForm.on(admin, address).with("kind", "RETURNABLE").save();
        assertThat(database().queryForMap("select KIND, GROUND from RTN_EXCLUSION")).containsEntry("KIND", "RETURNABLE")
            .containsEntry("GROUND", null);

        MerchantForm.on(admin, address).delete();
        assertThat(count()).isZero();
    }

    @Test
    void whatIsExcludedCountsForOrdersOfAfterwards() {
        String before = TestShop.newOrder(JOHN, Map.of(CAN, 1));
        HttpVisitor john = HttpVisitor.shopper(JOHN);

        mark("NOT_RETURNABLE", Long.toString(CAN), null, "HYGIENE").save();

        assertThat(offered(john, before, "en")).containsExactly("Watering can");
        assertThat(ask(john, before, "Watering can").statusCode()).isEqualTo(302);
        StoredMarks.wereWrittenAnHourAgo();
        String after = TestShop.newOrder(JOHN, 0, Map.of(CAN, 1));
        assertThat(offered(john, after, "en")).isEmpty();
        assertThat(ask(john, after, "Watering can").statusCode()).isEqualTo(422);
    }

    @Test
    void whatWasAllowedIsTakenFromNoOrder() {
        String before = TestShop.newOrder(JOHN, 0, Map.of(GUIDE, 1));
        HttpVisitor john = HttpVisitor.shopper(JOHN);
        mark("RETURNABLE", Long.toString(GUIDE), null, null).save();

        MerchantForm.on(admin, address()).delete();

        assertThat(count()).isZero();
        assertThat(offered(john, before, "en")).containsExactly("Plant care guide (PDF)");
        StoredMarks.wereWrittenAnHourAgo();
        assertThat(offered(john, before, "en")).as("submitted after it was taken back").isEmpty();
    }

    @Test
    void whateverMerchantsDoIsNotedWithItsMoment() {
        long start = System.currentTimeMillis();
        mark("NOT_RETURNABLE", Long.toString(CAN), null, "HYGIENE").save();
        long added = heldFrom();

        MerchantForm.on(admin, address()).with("ground", "PERISHABLE").with("heldFrom", "1").save();
        assertThat(heldFrom()).as("another ground").isEqualTo(added);
        MerchantForm.on(admin, address()).with("product", Long.toString(SHEARS)).save();
        long moved = heldFrom();
        MerchantForm.on(admin, address()).with("kind", "RETURNABLE").save();
        long allowed = heldFrom();
        assertThat(MerchantForm.on(admin, address()).with("product", "").save().body()).contains("Choose a product or a category.");
        assertThat(heldFrom()).as("refused").isEqualTo(allowed);
        MerchantForm.on(admin, address()).delete();

        List<Map<String, Object>> past = database().queryForList("select HELD_FROM, HELD_UNTIL, KIND, GROUND, PRODUCT_ID from RTN_EXCLUSION_PAST"
            + " order by HELD_UNTIL");
        assertThat(past).extracting(row -> row.get("KIND")).containsExactly("NOT_RETURNABLE", "NOT_RETURNABLE", "RETURNABLE");
        assertThat(past).extracting(row -> row.get("GROUND")).containsExactly("PERISHABLE", "PERISHABLE", null);
        assertThat(past).extracting(row -> row.get("PRODUCT_ID")).containsExactly(CAN, SHEARS, SHEARS);
        assertThat(past).extracting(row -> row.get("HELD_FROM")).containsExactly(added, moved, allowed);
        assertThat(past.subList(0, 2)).extracting(row -> row.get("HELD_UNTIL")).containsExactly(moved, allowed);
        assertThat(List.of(start, added, moved, allowed, (Long) past.get(2).get("HELD_UNTIL"), System.currentTimeMillis())).isSorted();
    }

    @Test
    void theFormSaysWhatBecomesOfOrdersOfBefore() {
        assertThat(admin.get(SECTION + "/add").body()).contains("Orders placed before keep what they were promised");
        assertThat(admin.get(SECTION + "/add?blLocaleCode=fr").body()).contains("gardent ce qui leur a");
        admin.get(SECTION + "?blLocaleCode=en");
    }

    private static String address() {
        return SECTION + "/" + database().queryForObject("select EXCLUSION_ID from RTN_EXCLUSION", Long.class);
    }

    private static long heldFrom() {
        return database().queryForObject("select HELD_FROM from RTN_EXCLUSION", Long.class);
    }

    @Test
    void whoMayNotMaintainSettingsChangesNothing() {
        for (String login : List.of("viewer", "csr", "catalog")) {
            HttpVisitor other = HttpVisitor.merchant(login);
            String token = other.token(login.equals("catalog") ? "/product/1" : anOrder());

            assertThat(other.get(SECTION).statusCode()).as(login).isEqualTo(login.equals("viewer") ? 200 : 403);
            assertThat(other.post(SECTION + "/add", Map.of("csrfToken", token, "ceilingEntityClassname", Exclusion.class.getName(),
                "entityType", Exclusion.class.getName(), "fields['kind'].value", "NOT_RETURNABLE", "fields['ground'].value", "HYGIENE",
                "fields['category'].value", TOOLS)).statusCode()).as(login).isEqualTo(403);
        }
        assertThat(count()).isZero();
    }

    private MerchantForm mark(String kind, String product, String category, String ground) {
        return MerchantForm.on(admin, SECTION + "/add").with("kind", kind).with("product", product == null ? "" : product)
            .with("category", category == null ? "" : category).with("ground", ground == null ? "" : ground);
    }

    /** The articles of which a quantity can be entered. */
    private static List<String> offered(HttpVisitor shopper, String order, String language) {
        return form(shopper, order, language).select(".rtn-line:has(input[name^=quantity]) legend .rtn-article-name").eachText();
    }

    private static String notice(HttpVisitor shopper, String order, String article, String language) {
        return line(form(shopper, order, language), article).select(".rtn-line-facts").text();
    }

    private static HttpResponse<String> ask(HttpVisitor shopper, String order, String article) {
        int index = form(shopper, order, "en").select(".rtn-line legend .rtn-article-name").eachText().indexOf(article);
        Long item = TestShop.wish(order, index, 1, null).lines().get(0).orderItemId();
        return shopper.askToReturn(order, Map.of("quantity[" + item + "]", "1", "reason[" + item + "]", "OTHER",
            "refundType", "EXCHANGE"));
    }

    private static Element line(Document form, String article) {
        return form.select(".rtn-line").stream().filter(line -> line.select("legend .rtn-article-name").text().equals(article)).findFirst()
            .orElseThrow(() -> new AssertionError(form.text()));
    }

    private static Document form(HttpVisitor shopper, String order, String language) {
        return Jsoup.parse(shopper.get(FormAddresses.form(order) + "&blLocaleCode=" + language).body());
    }

    private Document list(String query) {
        return Jsoup.parse(admin.get(SECTION + query).body());
    }

    private static long count() {
        return database().queryForObject("select count(*) from RTN_EXCLUSION", Long.class);
    }

    /** A page with a form, and so with a token, for those who see orders. */
    private static String anOrder() {
        return "/order/" + database().queryForObject("select min(ORDER_ID) from BLC_ORDER where ORDER_NUMBER is not null", Long.class);
    }

    private static JdbcTemplate database() {
        return new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
    }
}
