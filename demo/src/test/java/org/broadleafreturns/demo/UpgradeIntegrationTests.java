package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.TreeMap;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A shop's database of before, with returns in every status and all that belongs to them, after the steps that were added since. */
class UpgradeIntegrationTests {

    /** What the steps may add to a row, and what it is of a row of before: what nobody knows stays unsaid. */
    private static final Map<String, Map<String, Object>> ADDED = Map.of(
        "RTN_REQUEST", Map.of("EVENT_COUNT", 0, "LEGAL_BASIS", Nothing.AT_ALL, "STATED_ON", Nothing.AT_ALL, "STATED_BY", Nothing.AT_ALL,
            "SENT_ON", Nothing.AT_ALL),
        "RTN_JOURNAL_ENTRY", Map.of("KIND", "STATUS", "GROUND", Nothing.AT_ALL, "DETAILS", Nothing.AT_ALL),
        "RTN_LINE", Map.of("DECISION", Nothing.AT_ALL, "QUANTITY_KEPT", 0, "QUANTITY_REFUSED", Nothing.AT_ALL, "QUANTITY_STAYING", 0,
            "REFUSAL_REASON", Nothing.AT_ALL, "CONDITION_COUNT", 0),
        "RTN_REFUND_TYPE", Map.of("BEHAVIOUR", (Function<Map<String, Object>, Object>) row -> switch (row.get("CODE").toString()) {
            case "STORE_CREDIT" -> "VOUCHER";
            case "EXCHANGE" -> "EXCHANGE";
            default -> "MONEY";
        }),
        "RTN_EXCLUSION", Map.of("HELD_FROM", Nothing.AT_ALL),
        "RTN_STATUS_PREVIEW", Map.of("INPUT_COUNT", 0, "INPUTS", Nothing.AT_ALL, "STEP_NAME", Nothing.AT_ALL));

    private static final List<String> TABLES = List.of("RTN_DOCUMENT", "RTN_MAIL", "RTN_REQUEST", "RTN_LINE", "RTN_JOURNAL_ENTRY",
        "RTN_STATUS_PREVIEW", "RTN_STATUS_PREVIEW_LINE", "RTN_PHOTO", "RTN_DRAFT", "RTN_DRAFT_LINE", "RTN_DELIVERY", "RTN_SETTINGS",
        "RTN_SETTINGS_TEXT", "RTN_MAIL_TEXT", "RTN_EXCLUSION", "RTN_SEARCH_WORD", "RTN_REASON", "RTN_REFUND_TYPE");

    /** Where the columns of a table are found that the steps have put into a table of their own. */
    private static final Map<String, String> APART = Map.of(
        "RTN_MAIL", "RTN_MAIL M JOIN (SELECT MAIL_ID AS BODY_OF, HTML_BODY, TEXT_BODY FROM RTN_MAIL_BODY) B ON B.BODY_OF = M.MAIL_ID");

    private enum Nothing { AT_ALL }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void noRowIsLostAndNoneSaysWhatNobodyKnows(TestDatabase.Server server) throws Exception {
        DataSource fresh = SchemaIntegrationTests.migrated(server);
        DataSource database = ofBefore(server);
        Map<String, List<Map<String, Object>>> before = rows(database, Map.of());
        assertThat(before.values()).as("rows of every table").noneMatch(List::isEmpty);

        SchemaIntegrationTests.migrate(database, "yes");

        rows(database, APART).forEach((table, rows) -> {
            Map<String, Object> added = ADDED.getOrDefault(table, Map.of());
            rows.forEach(row -> added.forEach((column, value) ->
                assertThat(row.get(column)).as(table + "." + column).isEqualTo(expected(value, row))));
            rows.forEach(row -> row.keySet().removeAll(added.keySet()));
            assertThat(rows).as(table).isEqualTo(before.get(table));
        });
        assertThat(SchemaIntegrationTests.Schema.of(database)).usingRecursiveComparison()
            .isEqualTo(SchemaIntegrationTests.Schema.of(fresh));
    }

    @SuppressWarnings("unchecked")
    private static Object expected(Object value, Map<String, Object> row) {
        return value == Nothing.AT_ALL ? null
            : value instanceof Function<?, ?> known ? ((Function<Map<String, Object>, Object>) known).apply(row) : value;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void noWordIsLost(TestDatabase.Server server) throws Exception {
        DataSource database = ofBefore(server);
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.update("UPDATE RTN_REASON SET LABEL_FR = 'D\u2019humeur' WHERE CODE = 'CHANGED_MIND'");
        sql.update("INSERT INTO RTN_REASON (CHOICE_ID, CODE, LABEL_EN, LABEL_FR, SORT_ORDER, ACTIVE, COMMENT_REQUIRED)"
            + " VALUES (7, 'OWN', 'It''s \u26a1', '\u00c9t\u00e9', 5, FALSE, TRUE)");
        sql.update("INSERT INTO RTN_REFUND_TYPE (CHOICE_ID, CODE, LABEL_EN, LABEL_FR, SORT_ORDER, ACTIVE)"
            + " VALUES (8, 'POINTS', 'Points', 'Des points', 5, TRUE)");
        sql.update("INSERT INTO RTN_EXCLUSION (EXCLUSION_ID, KIND, PRODUCT_ID, GROUND, GROUND_EN) VALUES (9, 'RETURNABLE', 21, NULL, 'Kept')");

        SchemaIntegrationTests.migrate(database, "yes");

        assertThat(words(sql, "RTN_REASON_LABEL", -1)).containsExactly("en=I changed my mind", "fr=D\u2019humeur");
        assertThat(words(sql, "RTN_REASON_LABEL", 7)).containsExactly("en=It's \u26a1", "fr=\u00c9t\u00e9");
        assertThat(words(sql, "RTN_REFUND_TYPE_LABEL", 8)).containsExactly("en=Points", "fr=Des points");
        assertThat(words(sql, "RTN_EXCLUSION_GROUND", 1)).containsExactly("en=Hygiene", "fr=Hygi\u00e8ne");
        assertThat(words(sql, "RTN_EXCLUSION_GROUND", 9)).containsExactly("en=Kept");
        for (String table : List.of("RTN_REASON", "RTN_REFUND_TYPE")) {
            assertThat(sql.queryForObject("SELECT COUNT(*) FROM " + table + "_LABEL", Integer.class)).as(table)
                .isEqualTo(2 * sql.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class));
        }
    }

    /** What was decided before has put nothing on the shelf, and what came as new can be sold again. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void ofStockNothingIsClaimed(TestDatabase.Server server) throws Exception {
        DataSource database = ofBefore(server);
        JdbcTemplate sql = new JdbcTemplate(database);

        SchemaIntegrationTests.migrate(database, "yes");

        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_STOCK_MOVEMENT", Integer.class)).isZero();
        assertThat(sql.queryForList("SELECT CODE FROM RTN_CONDITION WHERE SELLABLE = TRUE", String.class)).containsExactly("AS_NEW");
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_CONDITION", Integer.class)).isGreaterThan(1);
    }

    /** Texts that merchants keep for messages are theirs to write. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void aShopOfBeforeHasNoMessageTemplates(TestDatabase.Server server) throws Exception {
        DataSource database = ofBefore(server);
        JdbcTemplate sql = new JdbcTemplate(database);

        SchemaIntegrationTests.migrate(database, "yes");

        for (String table : List.of("RTN_MESSAGE_TEMPLATE", "RTN_MESSAGE_TEMPLATE_LABEL", "RTN_MESSAGE_TEMPLATE_TEXT")) {
            assertThat(sql.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class)).as(table).isZero();
        }
    }

    private static List<String> words(JdbcTemplate sql, String table, long id) {
        String key = table.equals("RTN_EXCLUSION_GROUND") ? "EXCLUSION_ID" : "CHOICE_ID";
        return sql.query("SELECT LANGUAGE_TAG, CONTENT FROM " + table + " WHERE " + key + " = ? ORDER BY LANGUAGE_TAG",
            (row, number) -> row.getString(1) + "=" + row.getString(2), id);
    }

    /** What a merchant had set is the same, and has held for every order of before. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void settingsAreValuesByNameSiteAndLanguage(TestDatabase.Server server) throws Exception {
        DataSource database = ofBefore(server);
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.update("INSERT INTO RTN_SETTINGS_TEXT (TEXT_ID, SITE_ID, TEXT_KIND, TEXT_SUBJECT, LANGUAGE_TAG, TEXT_CONTENT)"
            + " VALUES (2, 0, 'FORM_MESSAGE', '', 'en', '<p>Keep the tags on.</p>')");

        sql.update("INSERT INTO RTN_SETTINGS (SITE_ID, ENABLED, NUMBER_PREFIX, WINDOW_DAYS, WINDOW_START, TRANSIT_DAYS, MAX_PER_ORDER,"
            + " MAX_FILE_SIZE, MAX_PHOTOS, RETURN_ADDRESS, SENDER_NAME, SENDER_ADDRESS, NOTIFIED, CHANGED_AT, CHANGED_BY, VERSION)"
            + " VALUES (7, FALSE, '', 14, 'ORDER', 3, 2, 200000, 0, '', '', 'a@plants.example', '', '2026-01-02 10:00:00', 'Eve', 0)");

        SchemaIntegrationTests.migrate(database, "yes");

        Map<String, String> settings = new TreeMap<>();
        Map<String, String> ofAnotherSite = new TreeMap<>();
        sql.query("SELECT SITE_ID, SETTING_NAME, LANGUAGE_TAG, HELD_FROM, SETTING_VALUE FROM RTN_SETTING", row -> {
            assertThat(row.getLong(4)).isZero();
            (row.getLong(1) == 0 ? settings : ofAnotherSite).put(row.getString(2) + " " + row.getString(3), row.getString(5));
        });
        assertThat(settings).isEqualTo(new TreeMap<>(Map.ofEntries(Map.entry("enabled und", "true"), Map.entry("numberPrefix und", "R"),
            Map.entry("windowDays und", "30"), Map.entry("windowStart und", "DELIVERY"), Map.entry("transitDays und", "5"),
            Map.entry("maximumReturnsPerOrder und", ""), Map.entry("maximumFileSize und", "1000000"), Map.entry("maximumPhotos und", "5"),
            Map.entry("returnAddress und", "1 Leaf Lane"), Map.entry("senderName und", "Café Leaf"),
            Map.entry("senderAddress und", "leaf@plants.example"), Map.entry("notified und", "team@shop.example"),
            Map.entry("shopLanguage und", "fr"), Map.entry("statusDescription.RECEIVED fr", "Merci."),
            Map.entry("formMessage en", "<p>Keep the tags on.</p>"), Map.entry("unshippedReturnable und", "true"))));
        assertThat(ofAnotherSite).isEqualTo(new TreeMap<>(Map.ofEntries(Map.entry("enabled und", "false"), Map.entry("numberPrefix und", ""),
            Map.entry("windowDays und", "14"), Map.entry("windowStart und", "ORDER"), Map.entry("transitDays und", "3"),
            Map.entry("maximumReturnsPerOrder und", "2"), Map.entry("maximumFileSize und", "200000"), Map.entry("maximumPhotos und", "0"),
            Map.entry("returnAddress und", ""), Map.entry("senderName und", ""), Map.entry("senderAddress und", "a@plants.example"),
            Map.entry("notified und", ""), Map.entry("unshippedReturnable und", "true"))));
        assertThat(new JdbcTemplate(SchemaIntegrationTests.migrated(server))
            .queryForObject("SELECT COUNT(*) FROM RTN_SETTING", Integer.class))
            .as("settings of a new shop").isZero();
        assertThat(sql.queryForMap("SELECT VERSION, CHANGED_BY FROM RTN_SETTING_VERSION WHERE SITE_ID = 0").values())
            .extracting(Object::toString).containsExactlyInAnyOrder("3", "Max");
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_SETTING_VERSION V, RTN_SETTINGS S WHERE V.SITE_ID = S.SITE_ID"
            + " AND V.CHANGED_AT = S.CHANGED_AT", Integer.class)).isEqualTo(2);
    }

    static DataSource ofBefore(TestDatabase.Server server) throws Exception {
        DataSource database = SchemaIntegrationTests.platform(server);
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(database);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:upgrade/before-steps.xml");
        liquibase.setDatabaseChangeLogTable("RTN_CHANGELOG");
        liquibase.setDatabaseChangeLogLockTable("RTN_CHANGELOG_LOCK");
        liquibase.afterPropertiesSet();
        try (var connection = database.getConnection()) {
            ScriptUtils.executeSqlScript(connection,
                new EncodedResource(new ClassPathResource("upgrade/before-steps.sql"), StandardCharsets.UTF_8));
        }
        return database;
    }

    private static Map<String, List<Map<String, Object>>> rows(DataSource database, Map<String, String> apart) {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        for (String table : TABLES) {
            String rowsOf = "SELECT * FROM " + apart.getOrDefault(table, table) + " ORDER BY 1, 2";
            List<Map<String, Object>> found = new JdbcTemplate(database).query(rowsOf, (row, number) -> {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    Object value = row.getObject(column);
                    boolean large = value instanceof java.sql.Clob;
                    values.put(row.getMetaData().getColumnLabel(column).toUpperCase(), large ? row.getString(column) : value);
                }
                return values;
            });
            found.forEach(row -> row.remove("BODY_OF"));
            rows.put(table, found);
        }
        return rows;
    }
}
