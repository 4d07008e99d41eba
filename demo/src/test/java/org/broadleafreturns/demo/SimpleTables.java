package org.broadleafreturns.demo;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.broadleafreturns.demo.ConstraintIntegrationTests.Wrong;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tables that say themselves what they take, as most tables of a feature do: a row that is right, and what their keys and references
 * refuse. What a check refuses no database tells, nor what a key refuses whose columns refer to others.
 */
final class SimpleTables {

    private static final Timestamp MOMENT = Timestamp.valueOf("2026-01-02 03:04:05");

    private final JdbcTemplate sql;
    private final Connection connection;
    private final Map<String, Map<String, Object>> rows;
    private final List<Wrong> refused = new ArrayList<>();

    private SimpleTables(JdbcTemplate sql, Connection connection, Map<String, Map<String, Object>> described) {
        this.sql = sql;
        this.connection = connection;
        this.rows = new LinkedHashMap<>(described);
    }

    /**
     * Adds a row for each table that has none yet, behind those that it refers to.
     *
     * @param described rows that others have described
     * @return what those tables refuse
     */
    static List<Wrong> describe(Map<String, Map<String, Object>> described) {
        DataSource database = SchemaIntegrationTests.migrated(TestDatabase.Server.H2);
        try (Connection connection = database.getConnection()) {
            SimpleTables tables = new SimpleTables(new JdbcTemplate(database), connection, described);
            tables.names().forEach(tables::describe);
            described.putAll(tables.rows);
            return tables.refused;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> names() {
        return new TreeSet<>(sql.queryForList("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME LIKE 'RTN\\_%'"
            + " AND TABLE_NAME NOT LIKE 'RTN\\_CHANGELOG%'", String.class));
    }

    private void describe(String table) {
        if (rows.containsKey(table)) {
            return;
        }
        Map<String, Reference> references = read(metadata -> metadata.getImportedKeys(null, connection.getSchema(), table), key ->
            new Reference(key.getString("FK_NAME"), key.getString("FKCOLUMN_NAME"), key.getString("PKTABLE_NAME"),
                key.getString("PKCOLUMN_NAME")))
            .stream().collect(Collectors.toMap(Reference::column, reference -> reference));
        references.values().stream().map(Reference::toTable).filter(names()::contains).forEach(this::describe);
        Map<String, Object> columns = new LinkedHashMap<>();
        read(metadata -> metadata.getColumns(null, connection.getSchema(), table, "%"), column ->
            columns.put(column.getString("COLUMN_NAME"),
                column.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? value(column.getInt("DATA_TYPE")) : null));
        references.values().forEach(reference ->
            columns.put(reference.column(), rows.getOrDefault(reference.toTable(), Map.of()).getOrDefault(reference.toColumn(), 1L)));
        columns.values().removeIf(Objects::isNull);

        List<Key> keys = keys(table);
        Map<String, Object> row = new LinkedHashMap<>();
        keys.stream().filter(Key::primary).flatMap(key -> key.columns().stream()).forEach(column -> row.put(column, columns.get(column)));
        columns.forEach(row::putIfAbsent);
        rows.put(table, row);
        keys.forEach(key -> refusedBy(key, keys, table, references.keySet()));
        references.values().stream().filter(reference -> row.get(reference.column()) instanceof Number).forEach(reference ->
            refused.add(new Wrong(reference.name(), table, false, Map.of(reference.column(), 99L))));
    }

    /** The same row once more, with another value in what the other keys have and this one has not. */
    private void refusedBy(Key key, List<Key> keys, String table, Set<String> references) {
        Set<String> others = keys.stream().filter(other -> !other.equals(key)).flatMap(other -> other.columns().stream())
            .filter(column -> !key.columns().contains(column) && !references.contains(column)).collect(Collectors.toSet());
        boolean alone = keys.stream().filter(other -> !other.equals(key))
            .allMatch(other -> other.columns().stream().anyMatch(others::contains));
        if (alone) {
            refused.add(new Wrong(key.name(), table, true,
                others.stream().collect(Collectors.toMap(column -> column, column -> another(rows.get(table).get(column))))));
        }
    }

    private List<Key> keys(String table) {
        Map<String, Key> keys = new LinkedHashMap<>();
        sql.query("SELECT C.CONSTRAINT_NAME, C.CONSTRAINT_TYPE, K.COLUMN_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C"
            + " JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K ON K.CONSTRAINT_NAME = C.CONSTRAINT_NAME AND K.TABLE_NAME = C.TABLE_NAME"
            + " WHERE C.TABLE_NAME = ? AND C.CONSTRAINT_TYPE IN ('PRIMARY KEY', 'UNIQUE') ORDER BY C.CONSTRAINT_NAME, K.ORDINAL_POSITION",
            found -> {
                keys.computeIfAbsent(found.getString(1), name -> new Key(name, isPrimary(found), new LinkedHashSet<>()))
                    .columns().add(found.getString(3));
            }, table);
        return List.copyOf(keys.values());
    }

    private static boolean isPrimary(ResultSet found) {
        try {
            return found.getString(2).equals("PRIMARY KEY");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(int type) {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> "x";
            case Types.BOOLEAN, Types.BIT -> true;
            case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> new byte[] {1};
            default -> 1L;
        };
    }

    private static Object another(Object value) {
        return value instanceof String ? "y" : 99L;
    }

    private <T> List<T> read(Question question, Answer<T> answer) {
        try (ResultSet found = question.ask(connection.getMetaData())) {
            List<T> read = new ArrayList<>();
            while (found.next()) {
                read.add(answer.read(found));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Question {
        ResultSet ask(DatabaseMetaData database) throws SQLException;
    }

    private interface Answer<T> {
        T read(ResultSet row) throws SQLException;
    }

    private record Reference(String name, String column, String toTable, String toColumn) {
    }

    private record Key(String name, boolean primary, Set<String> columns) {
    }
}
