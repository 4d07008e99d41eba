package org.broadleafreturns.core.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The module's tables as they are in a database. */
final class Tables {

    static final String REQUESTS = "RTN_REQUEST";

    private static final String PREFIX = "RTN_";
    static final String SEQUENCES = "RTN_SEQUENCE";
    /** An index that the change log makes and no entity names, as it is called in this release and before. */
    private static final Set<String> OWN_INDEX = Set.of("RTN_REQUEST_BY_SUBMITTED", "RTN_REQUEST_SUBMITTED");
    private static final Set<String> MYSQL = Set.of("MariaDB", "MySQL");
    private static final Pattern CREATED_TABLE = Pattern.compile("<createTable tableName=\"(\\w+)\"");

    private final Connection connection;
    /** Of all tables in the schema, by their types; the database is asked once, which takes it a while. */
    private Map<String, String> known;

    Tables(Connection connection) {
        this.connection = connection;
    }

    boolean exists(String table) throws SQLException {
        return names(table).stream().anyMatch(table::equalsIgnoreCase);
    }

    /** The names of all tables of the module's that there are, in capitals. */
    Set<String> own() throws SQLException {
        return names(PREFIX).stream().map(name -> name.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Whether Hibernate has made the module's tables, which then lack every check, index and row that entities do not name. */
    boolean areHibernates() throws SQLException {
        for (String table : names(REQUESTS)) {
            if (table.equalsIgnoreCase(REQUESTS)) {
                return Collections.disjoint(indexes(table), OWN_INDEX);
            }
        }
        return false;
    }

    /** Whether there is such a table, with a row in it. */
    boolean hasRows(String table) throws SQLException {
        if (!exists(table)) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + table)) {
                return row.next();
            }
        }
    }

    /** The last value of each sequence that was ever given. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        if (exists(SEQUENCES)) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT SEQ_NAME, SEQ_VALUE FROM " + SEQUENCES)) {
                while (rows.next()) {
                    values.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return values;
    }

    /** Raises the sequences that are behind these values. */
    void raise(Map<String, Long> values) throws SQLException {
        try (PreparedStatement raise = connection.prepareStatement(
                "UPDATE " + SEQUENCES + " SET SEQ_VALUE = ? WHERE SEQ_NAME = ? AND SEQ_VALUE < ?")) {
            for (Map.Entry<String, Long> sequence : values.entrySet()) {
                raise.setLong(1, sequence.getValue());
                raise.setString(2, sequence.getKey());
                raise.setLong(3, sequence.getValue());
                raise.executeUpdate();
            }
        }
    }

    /** Lets the change log run a step again, which adds these sequences. */
    void forget(String step, String... sequences) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement("DELETE FROM " + ChangeLogs.NOTES + " WHERE ID = ?");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM " + SEQUENCES + " WHERE SEQ_NAME = ?")) {
            forget.setString(1, step);
            forget.executeUpdate();
            for (String sequence : sequences) {
                delete.setString(1, sequence);
                delete.executeUpdate();
            }
        }
    }

    /**
     * The module's tables with texts in a character set of which some characters are missing. Where the database's own is
     * utf8mb3, MySQL and MariaDB refuse what people send from a telephone.
     */
    List<String> lackingCharacters() throws SQLException {
        List<String> tables = new ArrayList<>();
        if (MYSQL.contains(connection.getMetaData().getDatabaseProductName())) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT DISTINCT TABLE_NAME FROM INFORMATION_SCHEMA.COLUMNS"
                        + " WHERE TABLE_SCHEMA = DATABASE() AND UPPER(TABLE_NAME) LIKE 'RTN\\_%'"
                        + " AND CHARACTER_SET_NAME NOT IN ('utf8mb4', 'utf16', 'utf16le', 'utf32') ORDER BY TABLE_NAME")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }

    /** Lets every text of the module's have every character. */
    void takeEveryCharacter() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : lackingCharacters()) {
                statement.execute("ALTER TABLE " + table + " CONVERT TO CHARACTER SET utf8mb4");
            }
        }
    }

    /** Drops what the change log makes. */
    void drop() throws SQLException {
        Set<String> migrated = ofChangeLog();
        try (Statement statement = connection.createStatement()) {
            List<String> tables = names(PREFIX);
            for (String table : tables) {
                for (String key : foreignKeys(table)) {
                    statement.execute("ALTER TABLE " + table + " DROP CONSTRAINT " + key);
                }
            }
            for (String table : tables) {
                if (migrated.contains(table.toUpperCase(Locale.ROOT))) {
                    statement.execute("DROP TABLE " + table);
                }
            }
        }
        known = null;
    }

    private static Set<String> ofChangeLog() {
        Set<String> names = new HashSet<>(Set.of(ChangeLogs.NOTES, ChangeLogs.NOTES + "_LOCK"));
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

    private List<String> names(String prefix) throws SQLException {
        if (known == null) {
            known = new TreeMap<>();
            DatabaseMetaData database = connection.getMetaData();
            try (ResultSet tables = database.getTables(connection.getCatalog(), connection.getSchema(), null, null)) {
                while (tables.next()) {
                    known.put(tables.getString("TABLE_NAME"), tables.getString("TABLE_TYPE"));
                }
            }
        }
        return known.entrySet().stream().filter(table -> table.getKey().toUpperCase(Locale.ROOT).startsWith(prefix))
            .filter(table -> table.getValue().equals("TABLE") || table.getValue().equals("BASE TABLE"))
            .map(Map.Entry::getKey).toList();
    }

    private Set<String> indexes(String table) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet indexes = connection.getMetaData()
                .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (indexes.next()) {
                String name = indexes.getString("INDEX_NAME");
                if (name != null) {
                    names.add(name.toUpperCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private List<String> foreignKeys(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet keys = connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (keys.next()) {
                if (keys.getInt("KEY_SEQ") == 1) {
                    names.add(keys.getString("FK_NAME"));
                }
            }
        }
        return names;
    }
}
