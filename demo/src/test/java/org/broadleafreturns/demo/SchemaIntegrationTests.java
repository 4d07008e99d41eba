package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.Embeddable;
import javax.persistence.Entity;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafreturns.core.schema.SchemaConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.ClassUtils;
import org.springframework.util.StreamUtils;

/** The module's tables on every database, as its migration makes them, against what its entities expect. */
@OwnShops
class SchemaIntegrationTests {

    /** The platform's tables that ours refer to, with as little as can be. */
    private static final Map<String, String> PLATFORM = Map.of("BLC_ORDER", "ORDER_ID", "BLC_ORDER_ITEM", "ORDER_ITEM_ID",
        "BLC_CUSTOMER", "CUSTOMER_ID", "BLC_PRODUCT", "PRODUCT_ID", "BLC_CATEGORY", "CATEGORY_ID",
        "BLC_FULFILLMENT_GROUP", "FULFILLMENT_GROUP_ID");

    private static final boolean OF_HIBERNATE_4 = ClassUtils.isPresent("org.hibernate.ejb.HibernatePersistence", null);

    /** Tables that no entity stands for. */
    private static final Set<String> UNMAPPED = Set.of("RTN_SEQUENCE", "RTN_SCHEDULED_TASK", "RTN_CHANGELOG", "RTN_CHANGELOG_LOCK",
        "RTN_INSTALLATION", "RTN_EVENT_LISTENER", "RTN_EVENT_DELIVERY", "RTN_SETTING", "RTN_SETTING_VERSION", "RTN_SETTINGS",
        "RTN_SETTINGS_TEXT", "RTN_EXCLUSION_PAST", "RTN_REFUND_REMINDER", "RTN_WITHDRAWAL_KEY");

    /** Columns that nothing but an application of before knows. */
    private static final Set<String> OF_BEFORE = Set.of("RTN_REASON.LABEL_EN", "RTN_REASON.LABEL_FR", "RTN_REFUND_TYPE.LABEL_EN",
        "RTN_REFUND_TYPE.LABEL_FR", "RTN_EXCLUSION.GROUND_EN", "RTN_EXCLUSION.GROUND_FR");

    /** Columns that no form can reach, since no entity knows them. */
    private static final Set<String> OF_NO_ENTITY = Set.of("RTN_EXCLUSION.HELD_FROM");

    @Test
    void everyEntityIsInThePersistenceUnitAndHasATableOfTheModules() throws Exception {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Entity.class));
        scan.addIncludeFilter(new AnnotationTypeFilter(Embeddable.class));
        assertThat(Mapping.mappedClasses()).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(
            Stream.of("core", "admin", "site").flatMap(module -> scan.findCandidateComponents("org.broadleafreturns." + module).stream()).map(BeanDefinition::getBeanClassName).toList());
        assertThat(Mapping.read().tables.keySet()).allMatch(table -> table.startsWith("RTN_"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void everythingMappedIsThereAndFits(TestDatabase.Server server) throws Exception {
        Mapping mapping = Mapping.read();
        DataSource database = migrated(server);

        Schema schema = Schema.of(database);
        List<String> faults = new ArrayList<>();
        mapping.tables.forEach((table, columns) -> columns.forEach((name, mapped) -> {
            Column column = schema.columns.get(table + "." + name);
            if (column == null) {
                faults.add(table + "." + name + " is missing");
            } else if (!Mapping.fits(mapped, column.type, column.size)) {
                faults.add(table + "." + name + " is a " + column.typeName + "(" + column.size + "), which does not fit " + mapped);
            } else if (mapped.nullable() != column.nullable) {
                faults.add(table + "." + name + (column.nullable ? " may be null" : " must not be null") + " against its mapping");
            }
        }));
        assertThat(faults).isEmpty();
        assertThat(schema.references).containsAllEntriesOf(mapping.references);
        assertThat(schema.uniques).containsAll(mapping.uniques);
        Set<String> expected = new TreeSet<>(mapping.tables.keySet());
        expected.addAll(UNMAPPED);
        assertThat(schema.tables).isEqualTo(expected);
        assertThat(schema.columns.keySet()).filteredOn(column -> !UNMAPPED.contains(column.substring(0, column.indexOf('.'))))
            .filteredOn(column -> !OF_BEFORE.contains(column) && !OF_NO_ENTITY.contains(column))
            .containsExactlyInAnyOrderElementsOf(mapping.columnNames());
        assertThat(schema.primaryKeys).containsAll(schema.tables.stream().filter(table -> !table.startsWith("RTN_CHANGELOG")).toList());
        // Nodes of the version before still count the texts of settings.
        assertThat(sequences(database).keySet()).containsAll(mapping.sequences.keySet());
        assertThat(sequences(database).keySet()).filteredOn(name -> !mapping.sequences.containsKey(name)).containsExactly("RTN_SETTINGS_TEXT");
    }

    /** Hibernate 6 counts down from the value to a block's first identifier; pages and addresses read positive ones only. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void noIdentifierIsNegative(TestDatabase.Server server) throws Exception {
        DataSource database = migrated(server);

        Map<String, Long> values = sequences(database);
        assertThat(Mapping.read().sequences).allSatisfy((name, size) ->
            assertThat(values.get(name)).as(name).isGreaterThanOrEqualTo(size));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void identifiersGoOnAfterThoseOfBroadleaf31(TestDatabase.Server server) throws Exception {
        assumeThat(StreamUtils.copyToString(new ClassPathResource("config/bc/rtn/0009-hibernate-6.xml").getInputStream(), StandardCharsets.UTF_8)).as("on Broadleaf 7.0")
            .contains("changeSet");
        DataSource database = platform(server);
        migrate(database, "yes");
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.update("DELETE FROM RTN_CHANGELOG WHERE ID = 'identifiers-after-blocks'");
        sql.update("UPDATE RTN_SEQUENCE SET SEQ_VALUE = 123");

        migrate(database, "yes");

        Map<String, Long> values = sequences(database);
        assertThat(Mapping.read().sequences).allSatisfy((name, size) ->
            assertThat(values.get(name) + 1 - (size - 1)).as("first of " + name).isGreaterThanOrEqualTo(123L * size));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void identifiersGoOnAfterImportedRowsAndNeverBack(TestDatabase.Server server) throws Exception {
        DataSource database = migrated(server);
        JdbcTemplate sql = new JdbcTemplate(database);
        Map<String, Long> fresh = sequences(database);
        sql.update("INSERT INTO RTN_REASON (CHOICE_ID, CODE, SORT_ORDER, ACTIVE, COMMENT_REQUIRED)"
            + " SELECT 123456, 'IMPORTED', SORT_ORDER, ACTIVE, COMMENT_REQUIRED FROM RTN_REASON WHERE CODE = 'OTHER'");
        sql.update("INSERT INTO RTN_DOCUMENT (DOCUMENT_ID, STORAGE_KEY, FILE_NAME, CONTENT_TYPE, SIZE_BYTES, CREATED_AT)"
            + " VALUES (123456, 'key', 'label.pdf', 'application/pdf', 1, CURRENT_TIMESTAMP)");
        sql.update("INSERT INTO RTN_DOCUMENT_CHUNK (CHUNK_ID, STORAGE_KEY, CHUNK_NUMBER, CHUNK_BYTES) VALUES (123456, 'key', 0, ?)", new byte[1]);
        sql.update("UPDATE RTN_SEQUENCE SET SEQ_VALUE = 999999 WHERE SEQ_NAME = 'RTN_MAIL'");
        sql.update("DELETE FROM RTN_SEQUENCE WHERE SEQ_NAME = 'RTN_LINE'");

        AtOnce.run(List.of(() -> start(database), () -> start(database)));

        Map<String, Long> values = sequences(database);
        for (String raised : List.of("RTN_REASON", "RTN_DOCUMENT", "RTN_DOCUMENT_CHUNK")) {
            assertThat(firstOf(raised, values)).as("next of " + raised).isGreaterThan(123456);
        }
        assertThat(values).containsEntry("RTN_MAIL", 999999L).containsEntry("RTN_LINE", 100L).containsEntry("RTN_DRAFT", fresh.get("RTN_DRAFT"));
        start(database);
        assertThat(sequences(database)).isEqualTo(values);
    }

    private static Void start(DataSource database) {
        migrate(database, "yes");
        return null;
    }

    /** The next identifier that Hibernate makes of a sequence. */
    private static long firstOf(String sequence, Map<String, Long> values) throws Exception {
        int size = Mapping.read().sequences.get(sequence);
        return OF_HIBERNATE_4 && size > 1 ? values.get(sequence) - size : values.get(sequence) - size + 1;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void whatIsSearchedForHasAnIndex(TestDatabase.Server server) throws Exception {
        DataSource database = migrated(server);

        Schema schema = Schema.of(database);
        assertThat(schema.firstIndexed).containsAll(schema.references.keySet());
        assertThat(schema.firstIndexed).contains("RTN_REQUEST.SUBMITTED_AT", "RTN_REQUEST.STATUS", "RTN_REQUEST.ORDER_NUMBER",
            "RTN_REQUEST.CUSTOMER_LAST_NAME", "RTN_REQUEST.CUSTOMER_FIRST_NAME", "RTN_REQUEST.ARTICLE_COUNT",
            "RTN_REQUEST.ATTENTION_AT", "RTN_SEARCH_WORD.WORD", "RTN_SEARCH_WORD.REQUEST_ID", "RTN_WITHDRAWAL_WORD.WORD", "RTN_WITHDRAWAL.STATED_UTC", "RTN_WITHDRAWAL.HANDLED_UTC",
            "RTN_SCHEDULED_TASK.EXECUTION_TIME", "RTN_SCHEDULED_TASK.LAST_HEARTBEAT", "RTN_STATUS_PREVIEW.CREATED_AT",
            "RTN_LINE.REASON_CODE", "RTN_REQUEST.REFUND_TYPE", "RTN_EVENT_DELIVERY.LISTENER_NAME", "RTN_EVENT_DELIVERY.ATTEMPTS",
            "RTN_EXCLUSION_PAST.PRODUCT_ID", "RTN_EXCLUSION_PAST.HELD_UNTIL");
    }

    /** PostgreSQL makes none by a foreign key. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void thePlatformsTablesGetTheIndexesThatTheyLackAndNoOther(TestDatabase.Server server) throws Exception {
        DataSource database = server.newDatabase().dataSource();
        JdbcTemplate sql = new JdbcTemplate(database);
        createPlatform(sql);
        sql.execute("CREATE TABLE BLC_DISCRETE_ORDER_ITEM (ORDER_ITEM_ID BIGINT NOT NULL PRIMARY KEY, BUNDLE_ORDER_ITEM_ID BIGINT)");
        sql.execute("ALTER TABLE BLC_CUSTOMER ADD COLUMN USER_NAME VARCHAR(255)");
        sql.execute("CREATE INDEX SHOPS_OWN ON BLC_CUSTOMER (USER_NAME, CUSTOMER_ID)");

        migrate(database, "yes");

        assertThat(leading(database, "BLC_DISCRETE_ORDER_ITEM")).contains("RTN_BLC_PARTS_OF_SETS BUNDLE_ORDER_ITEM_ID");
        assertThat(leading(database, "BLC_CUSTOMER")).contains("SHOPS_OWN USER_NAME").noneMatch(index -> index.startsWith("RTN_"));
    }

    /** Names of indexes, each with the column that it begins with. */
    private static List<String> leading(DataSource database, String table) throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (String name : List.of(table, table.toLowerCase(Locale.ROOT))) {
                try (ResultSet found = connection.getMetaData().getIndexInfo(connection.getCatalog(), connection.getSchema(), name, false, true)) {
                    while (found.next()) {
                        if (found.getInt("ORDINAL_POSITION") == 1) {
                            indexes.add(Schema.upper(found.getString("INDEX_NAME") + " " + found.getString("COLUMN_NAME")));
                        }
                    }
                }
            }
        }
        return indexes;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void aSecondRunChangesNothing(TestDatabase.Server server) throws Exception {
        DataSource database = platform(server);
        migrate(database, "yes");
        Schema first = Schema.of(database);
        List<Map<String, Object>> steps = steps(database);

        migrate(database, "yes");

        assertThat(Schema.of(database)).usingRecursiveComparison().isEqualTo(first);
        assertThat(steps(database)).isEqualTo(steps).isNotEmpty();
    }

    /** It would make its table anew. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void liquibaseIsNotAskedWhereEveryStepWasRun(TestDatabase.Server server) throws Exception {
        DataSource database = migrated(server);
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.execute("DROP TABLE RTN_CHANGELOG_LOCK");

        migrate(database, "yes");

        assertThat(Schema.of(database).tables).contains("RTN_CHANGELOG").doesNotContain("RTN_CHANGELOG_LOCK");
        sql.update("DELETE FROM RTN_CHANGELOG WHERE ID = 'shop-language'");
        sql.execute("ALTER TABLE RTN_SETTINGS DROP COLUMN SHOP_LANGUAGE");
        migrate(database, "yes");
        assertThat(Schema.of(database).columns).containsKey("RTN_SETTINGS.SHOP_LANGUAGE");
    }

    /** Liquibase has changed more than once how it counts, and the shop decides which version runs. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void stepsThatAnotherVersionOfLiquibaseHasNotedAreKnown(TestDatabase.Server server) throws Exception {
        DataSource database = platform(server);
        migrate(database, "yes");
        JdbcTemplate sql = new JdbcTemplate(database);
        String steps = "SELECT ID, DATEEXECUTED FROM RTN_CHANGELOG ORDER BY FILENAME, ID";
        List<Map<String, Object>> before = sql.queryForList(steps);
        sql.update("UPDATE RTN_CHANGELOG SET MD5SUM = '9:d41d8cd98f00b204e9800998ecf8427e'");

        migrate(database, "yes");

        assertThat(sql.queryForList(steps)).isEqualTo(before).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void nodesThatStartAtOnceMigrateOnce(TestDatabase.Server server) throws Exception {
        DataSource database = platform(server);
        Callable<Void> start = () -> {
            migrate(database, "yes");
            return null;
        };
        AtOnce.run(List.of(start, start));

        assertThat(steps(database)).extracting(step -> step.get("ID")).doesNotHaveDuplicates().isNotEmpty();
    }

    /** {@code hbm2ddl.auto=create} at a later start, in the one application or the other. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void tablesThatHibernateDropsAndCreatesAtAStartAreMadeAgainWithTheirRows(TestDatabase.Server server) throws Exception {
        DataSource database = platform(server);
        migrate(database, "yes");
        JdbcTemplate sql = new JdbcTemplate(database);
        Schema made = Schema.of(database);
        List<Map<String, Object>> choices = sql.queryForList("SELECT * FROM RTN_REASON ORDER BY CHOICE_ID");
        sql.update("UPDATE RTN_SEQUENCE SET SEQ_VALUE = 7000 WHERE SEQ_NAME = 'RTN_EXCLUSION'");
        sql.update("DELETE FROM RTN_REASON WHERE CODE = 'OTHER'");

        for (int start = 0; start < 2; start++) {
            migrate(database, "yes", () -> hibernateCreates(database));
        }

        assertThat(Schema.of(database)).usingRecursiveComparison().isEqualTo(made);
        assertThat(sql.queryForList("SELECT * FROM RTN_REASON ORDER BY CHOICE_ID")).isEqualTo(choices).isNotEmpty();
        assertThat(sequences(database)).as("identifiers that another application may have taken").containsEntry("RTN_EXCLUSION", 7000L);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void returnsInTablesThatHibernateMadeAreKeptAndLostRowsComeBack(TestDatabase.Server server) throws Exception {
        DataSource database = platform(server);
        migrate(database, "yes");
        JdbcTemplate sql = new JdbcTemplate(database);
        insertReturn(sql);
        sql.execute("DROP INDEX RTN_REQUEST_BY_SUBMITTED" + (server == TestDatabase.Server.MARIADB ? " ON RTN_REQUEST" : ""));
        sql.update("DELETE FROM RTN_REASON");
        sql.update("DELETE FROM RTN_REFUND_TYPE");

        migrate(database, "yes");

        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_REQUEST", Integer.class)).isEqualTo(1);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_REASON", Integer.class)).isEqualTo(6);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_REFUND_TYPE", Integer.class)).isEqualTo(3);
    }

    /** What the last release left, as far as this step changes it. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void returnsOfBeforeWaitForSomebodyAndGetTheirWords(TestDatabase.Server server) throws Exception {
        DataSource database = platform(server);
        migrate(database, "yes");
        JdbcTemplate sql = new JdbcTemplate(database);
        Schema made = Schema.of(database);
        beforeTheDesk(sql, server);
        insertReturn(sql);
        String another = "INSERT INTO RTN_REQUEST (REQUEST_ID, RETURN_NUMBER, ORDER_NUMBER, STATUS, SUBMITTED_AT, ARTICLE_COUNT, ORDER_ID,"
            + " CUSTOMER_ID, REFUND_TYPE, LANGUAGE_TAG, STATUS_CHANGED_AT, VERSION) SELECT ?, ?, ORDER_NUMBER, ?, SUBMITTED_AT, ARTICLE_COUNT,"
            + " ORDER_ID, CUSTOMER_ID, REFUND_TYPE, LANGUAGE_TAG, CURRENT_TIMESTAMP, 7 FROM RTN_REQUEST WHERE REQUEST_ID = 1";
        sql.update(another, 2, "R2", "RECEIVED");
        sql.update(another, 3, "R3", "REFUSED");
        sql.update(another, 40, "R4", "LABEL_SENT");
        List<Map<String, Object>> before = sql.queryForList("SELECT * FROM RTN_REQUEST ORDER BY REQUEST_ID");

        migrate(database, "yes");

        List<Map<String, Object>> after = sql.queryForList("SELECT * FROM RTN_REQUEST ORDER BY REQUEST_ID");
        assertThat(after).extracting(row -> row.get("ATTENTION_AT")).containsExactly(after.get(0).get("SUBMITTED_AT"),
            after.get(1).get("STATUS_CHANGED_AT"), null, null);
        after.forEach(row -> row.keySet().removeIf(name -> name.equalsIgnoreCase("ATTENTION_AT")));
        assertThat(after).isEqualTo(before);
        assertThat(sql.queryForList("SELECT NEXT_REQUEST_ID FROM RTN_SEARCH_FILLING", Long.class)).containsExactly(40L);
        assertThat(Schema.of(database)).usingRecursiveComparison().isEqualTo(made);
    }

    private static void beforeTheDesk(JdbcTemplate sql, TestDatabase.Server server) {
        String on = server == TestDatabase.Server.MARIADB ? " ON RTN_REQUEST" : "";
        sql.execute("DROP TABLE RTN_SEARCH_WORD");
        sql.execute("DROP TABLE RTN_SEARCH_FILLING");
        for (String index : List.of("ATTENTION", "SUBMITTED", "STATUS", "STATUS_ONLY", "ORDER_NO", "LAST_NAME", "FIRST_NAME", "ARTICLES")) {
            sql.execute("DROP INDEX RTN_REQUEST_BY_" + index + on);
        }
        sql.execute("ALTER TABLE RTN_REQUEST DROP COLUMN ATTENTION_AT");
        Map.of("SUBMITTED", "SUBMITTED_AT", "STATUS", "STATUS, SUBMITTED_AT", "ORDER_NUMBER", "ORDER_NUMBER", "LAST_NAME", "CUSTOMER_LAST_NAME",
            "FIRST_NAME", "CUSTOMER_FIRST_NAME", "ARTICLES", "ARTICLE_COUNT").forEach((name, columns) ->
                sql.execute("CREATE INDEX RTN_REQUEST_" + name + " ON RTN_REQUEST (" + columns + ")"));
        sql.update("DELETE FROM RTN_CHANGELOG WHERE FILENAME LIKE '%0015-desk.xml'");
    }

    /** With {@code update} Hibernate adds what is missing and finds nothing; with {@code validate} it reads. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void whatAMerchantHasRemovedStaysRemoved(TestDatabase.Server server) throws Exception {
        DataSource database = platform(server);
        migrate(database, "yes");
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.update("DELETE FROM RTN_REASON");

        migrate(database, "yes");

        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_REASON", Integer.class)).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void aShopThatRunsTheStepsItselfIsLeftAlone(TestDatabase.Server server) throws Exception {
        DataSource database = platform(server);

        migrate(database, "no");

        assertThat(Schema.of(database).tables).isEmpty();
    }

    /** Those that entities stand for are dropped, and made again without what entities do not name. */
    private static void hibernateCreates(DataSource database) {
        JdbcTemplate sql = new JdbcTemplate(database);
        try (Connection connection = database.getConnection()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
                while (found.next()) {
                    String table = found.getString("TABLE_NAME");
                    if (Schema.upper(table).startsWith("RTN_") && !tables.contains(table)
                            && (!UNMAPPED.contains(Schema.upper(table)) || Schema.upper(table).equals("RTN_SEQUENCE"))) {
                        tables.add(table);
                    }
                }
            }
            for (String table : tables) {
                Set<String> keys = new TreeSet<>();
                try (ResultSet found = connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
                    while (found.next()) {
                        keys.add(found.getString("FK_NAME"));
                    }
                }
                keys.forEach(key -> sql.execute("ALTER TABLE " + table + " DROP CONSTRAINT " + key));
            }
            tables.forEach(table -> sql.execute("DROP TABLE " + table));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        sql.execute("CREATE TABLE RTN_DOCUMENT (DOCUMENT_ID BIGINT NOT NULL PRIMARY KEY)");
        sql.execute("CREATE TABLE RTN_REQUEST (REQUEST_ID BIGINT, LABEL_ID BIGINT,"
            + " CONSTRAINT FKa1B FOREIGN KEY (LABEL_ID) REFERENCES RTN_DOCUMENT (DOCUMENT_ID))");
        sql.execute("CREATE TABLE RTN_REASON (CHOICE_ID BIGINT NOT NULL PRIMARY KEY)");
    }

    static void insertReturn(JdbcTemplate sql) {
        sql.update("INSERT INTO BLC_ORDER VALUES (1)");
        sql.update("INSERT INTO BLC_CUSTOMER VALUES (1)");
        sql.update("INSERT INTO RTN_REQUEST (REQUEST_ID, RETURN_NUMBER, ORDER_NUMBER, STATUS, SUBMITTED_AT, ARTICLE_COUNT, ORDER_ID,"
            + " CUSTOMER_ID, REFUND_TYPE, LANGUAGE_TAG, STATUS_CHANGED_AT, VERSION) VALUES (1, 'R1', 'O1',"
            + " 'REQUESTED', CURRENT_TIMESTAMP, 2, 1, 1, 'OTHER', 'en', CURRENT_TIMESTAMP, 0)");
    }

    /** A shop from before telephones had pictures for characters. */
    @Test
    void theTablesTakeEveryCharacterInADatabaseThatDoesNot() throws Exception {
        DataSource database = platform(TestDatabase.Server.MARIADB);
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.execute("ALTER DATABASE CHARACTER SET utf8mb3");

        migrate(database, "yes");

        insertReturn(sql);
        sql.update("UPDATE RTN_REQUEST SET CUSTOMER_COMMENT = ?", "Too small \ud83d\ude22");
        assertThat(sql.queryForObject("SELECT CUSTOMER_COMMENT FROM RTN_REQUEST", String.class)).isEqualTo("Too small \ud83d\ude22");
        String lacking = "SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
            + " AND TABLE_NAME LIKE 'RTN_%' AND CHARACTER_SET_NAME <> 'utf8mb4'";
        assertThat(sql.queryForList(lacking, String.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void aNewDatabaseIsMigratedOnceThePlatformsTablesAreThere(TestDatabase.Server server) throws Exception {
        DataSource database = server.newDatabase().dataSource();
        JdbcTemplate sql = new JdbcTemplate(database);

        migrate(database, "yes", () -> {
            createPlatform(sql);
            sql.execute("CREATE TABLE RTN_REQUEST (REQUEST_ID BIGINT)");
        });

        assertThat(Schema.of(database).columns).containsKey("RTN_REQUEST.RETURN_NUMBER");
        migrate(database, "yes");
    }

    /** New tables of the module's, beside those of the platform that they refer to. */
    static DataSource migrated(TestDatabase.Server server) {
        DataSource database = platform(server);
        migrate(database, "yes");
        return database;
    }

    /** TABLE.COLUMN of those that cannot be null. */
    static Set<String> columnsThatMustBeFilled(DataSource database) throws SQLException {
        return Schema.of(database).columns.entrySet().stream().filter(column -> !column.getValue().nullable)
            .map(Map.Entry::getKey).filter(column -> !column.startsWith("RTN_CHANGELOG")).collect(Collectors.toCollection(TreeSet::new));
    }

    static DataSource platform(TestDatabase.Server server) {
        DataSource database = server.newDatabase().dataSource();
        createPlatform(new JdbcTemplate(database));
        return database;
    }

    static void createPlatform(JdbcTemplate sql) {
        PLATFORM.forEach((table, key) -> sql.execute("CREATE TABLE " + table + " (" + key + " BIGINT NOT NULL PRIMARY KEY)"));
    }

    /** Starts the module's own beans on the database, as a node does. */
    static void migrate(DataSource database, String mode) {
        migrate(database, mode, () -> { });
    }

    /** @param hibernate what happens while the persistence unit is made */
    private static void migrate(DataSource database, String mode, Runnable hibernate) {
        try (AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext()) {
            node.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("returns.schema.migrate", mode)));
            node.registerBean("webDS", DataSource.class, () -> database);
            node.registerBean("entityManagerFactory", EntityManagerFactory.class, () -> {
                hibernate.run();
                return Mockito.mock(EntityManagerFactory.class);
            });
            node.register(SchemaConfiguration.class);
            node.refresh();
        }
    }

    private static Map<String, Long> sequences(DataSource database) {
        Map<String, Long> sequences = new TreeMap<>();
        new JdbcTemplate(database).query("SELECT SEQ_NAME, SEQ_VALUE FROM RTN_SEQUENCE",
            row -> {
                sequences.put(row.getString(1), row.getLong(2));
            });
        return sequences;
    }

    private static List<Map<String, Object>> steps(DataSource database) {
        return new JdbcTemplate(database).queryForList("SELECT ID, FILENAME, DATEEXECUTED, MD5SUM FROM RTN_CHANGELOG ORDER BY FILENAME, ID");
    }

    private record Column(int type, String typeName, int size, boolean nullable) {
    }

    /** The module's tables as the database has them, names in capitals. */
    static final class Schema {

        final Set<String> tables = new TreeSet<>();
        final Map<String, Column> columns = new TreeMap<>();
        final Map<String, String> references = new TreeMap<>();
        final Set<String> uniques = new TreeSet<>();
        final Set<String> primaryKeys = new TreeSet<>();
        final Set<String> firstIndexed = new TreeSet<>();

        static Schema of(DataSource dataSource) throws SQLException {
            Schema schema = new Schema();
            try (Connection connection = dataSource.getConnection()) {
                DatabaseMetaData database = connection.getMetaData();
                String catalog = connection.getCatalog();
                String owner = connection.getSchema();
                Set<String> names = new TreeSet<>();
                try (ResultSet found = database.getColumns(catalog, owner, null, null)) {
                    while (found.next()) {
                        String table = found.getString("TABLE_NAME");
                        if (upper(table).startsWith("RTN_")) {
                            names.add(table);
                            schema.tables.add(upper(table));
                            schema.columns.put(upper(table + "." + found.getString("COLUMN_NAME")), new Column(found.getInt("DATA_TYPE"),
                                found.getString("TYPE_NAME"), found.getInt("COLUMN_SIZE"), found.getString("IS_NULLABLE").equals("YES")));
                        }
                    }
                }
                for (String table : names) {
                    schema.readKeys(database, catalog, owner, table);
                }
            }
            return schema;
        }

        private void readKeys(DatabaseMetaData database, String catalog, String owner, String table) throws SQLException {
            try (ResultSet found = database.getImportedKeys(catalog, owner, table)) {
                while (found.next()) {
                    references.put(upper(table + "." + found.getString("FKCOLUMN_NAME")), upper(found.getString("PKTABLE_NAME")));
                }
            }
            try (ResultSet found = database.getPrimaryKeys(catalog, owner, table)) {
                if (found.next()) {
                    primaryKeys.add(upper(table));
                }
            }
            Map<String, Set<String>> unique = new HashMap<>();
            try (ResultSet found = database.getIndexInfo(catalog, owner, table, false, true)) {
                while (found.next()) {
                    String column = found.getString("COLUMN_NAME");
                    if (column == null) {
                        continue;
                    }
                    if (found.getInt("ORDINAL_POSITION") == 1) {
                        firstIndexed.add(upper(table + "." + column));
                    }
                    if (!found.getBoolean("NON_UNIQUE")) {
                        unique.computeIfAbsent(found.getString("INDEX_NAME"), name -> new TreeSet<>()).add(upper(column));
                    }
                }
            }
            unique.values().forEach(columnsOfIndex -> uniques.add(Mapping.unique(upper(table), columnsOfIndex.toArray(String[]::new))));
        }

        private static String upper(String name) {
            return name.toUpperCase(Locale.ROOT);
        }
    }
}
