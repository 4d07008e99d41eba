package org.broadleafreturns.core.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import liquibase.UpdateSummaryEnum;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.ui.UIServiceEnum;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Runs the module's change log. Liquibase notes what was run in tables of the module's own, beside those of a shop that uses
 * Liquibase itself, and lets one node at a time do it.
 */
class SchemaMigration {

    static final String CHANGE_LOG = "classpath:config/bc/rtn/changelog.xml";

    private static final String PREFIX = "RTN_";
    private static final String NOTES = "RTN_CHANGELOG";
    private static final Pattern CREATED_TABLE = Pattern.compile("<createTable tableName=\"(\\w+)\"");

    private final DataSource dataSource;
    private final ResourceLoader resources;
    private final Mode mode;
    private boolean postponed;

    SchemaMigration(DataSource dataSource, ResourceLoader resources, Mode mode) {
        this.dataSource = dataSource;
        this.resources = resources;
        this.mode = mode;
    }

    /** Who makes the tables, and when. */
    enum Mode {
        /**
         * The module, at every start, before the persistence unit; or after it on a new database, where Hibernate creates the
         * platform's tables meanwhile.
         */
        YES,
        /** The shop, which includes the change log in its own or runs it by hand. */
        NO,
        /** The module, in place of the tables that Hibernate creates anew at every start, in development. */
        ANEW;

        static Mode of(String property) {
            return switch (property.strip().toLowerCase(Locale.ROOT)) {
                case "yes", "true" -> YES;
                case "no", "false" -> NO;
                case "anew" -> ANEW;
                default -> throw new IllegalArgumentException("returns.schema.migrate is yes, no or anew, not " + property);
            };
        }
    }

    void beforeEntities() {
        if (mode == Mode.YES) {
            if (platformTablesExist()) {
                migrate();
            } else {
                postponed = true;
            }
        }
    }

    void afterEntities() {
        if (mode == Mode.ANEW || postponed) {
            if (!platformTablesExist()) {
                throw new IllegalStateException("There is no table BLC_ORDER, to which the returns module's tables refer");
            }
            dropAll();
            migrate();
        }
    }

    private void migrate() {
        try {
            MigrationLock.holding(dataSource, this::runChangeLog);
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of the returns module cannot be locked for their migration", e);
        }
    }

    private void runChangeLog() {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(dataSource);
        liquibase.setResourceLoader(resources);
        liquibase.setChangeLog(CHANGE_LOG);
        liquibase.setDatabaseChangeLogTable(NOTES);
        liquibase.setDatabaseChangeLogLockTable(NOTES + "_LOCK");
        liquibase.setAnalyticsEnabled(false);
        liquibase.setUiService(UIServiceEnum.LOGGER);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        try {
            liquibase.afterPropertiesSet();
        } catch (LiquibaseException e) {
            throw new IllegalStateException("The tables of the returns module cannot be brought up to date", e);
        }
    }

    private boolean platformTablesExist() {
        try (Connection connection = dataSource.getConnection()) {
            return tables(connection, "BLC_ORDER").stream().anyMatch("BLC_ORDER"::equalsIgnoreCase);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Drops what the change log makes. Hibernate's tables have no checks and no indexes, and are empty as it has just created
     * them.
     */
    private void dropAll() {
        Set<String> migrated = tablesOfChangeLog();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            List<String> tables = tables(connection, PREFIX);
            requireNoReturns(statement, tables);
            for (String table : tables) {
                for (String key : foreignKeys(connection, table)) {
                    statement.execute("ALTER TABLE " + table + " DROP CONSTRAINT " + key);
                }
            }
            for (String table : tables) {
                if (migrated.contains(table.toUpperCase(Locale.ROOT))) {
                    statement.execute("DROP TABLE " + table);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tables that Hibernate created cannot be replaced", e);
        }
    }

    private static Set<String> tablesOfChangeLog() {
        Set<String> names = new HashSet<>(Set.of(NOTES, NOTES + "_LOCK"));
        try {
            for (Resource step : new PathMatchingResourcePatternResolver().getResources("classpath*:config/bc/rtn/*.xml")) {
                try (InputStream content = step.getInputStream()) {
                    CREATED_TABLE.matcher(new String(content.readAllBytes(), StandardCharsets.UTF_8)).results()
                        .forEach(found -> names.add(found.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static void requireNoReturns(Statement statement, List<String> tables) throws SQLException {
        if (tables.stream().noneMatch((PREFIX + "REQUEST")::equalsIgnoreCase)) {
            return;
        }
        try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM RTN_REQUEST")) {
            count.next();
            if (count.getLong(1) > 0) {
                throw new IllegalStateException(
                    "returns.schema.migrate=anew would delete the returns in this database; set it to yes");
            }
        }
    }

    private static List<String> tables(Connection connection, String prefix) throws SQLException {
        List<String> names = new ArrayList<>();
        DatabaseMetaData database = connection.getMetaData();
        try (ResultSet tables = database.getTables(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                String type = tables.getString("TABLE_TYPE");
                if (name.toUpperCase(Locale.ROOT).startsWith(prefix) && (type.equals("TABLE") || type.equals("BASE TABLE"))) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static List<String> foreignKeys(Connection connection, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        DatabaseMetaData database = connection.getMetaData();
        try (ResultSet keys = database.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (keys.next()) {
                if (keys.getInt("KEY_SEQ") == 1) {
                    names.add(keys.getString("FK_NAME"));
                }
            }
        }
        return names;
    }
}
