package org.broadleafreturns.demo.filling;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Rows to insert into one table in bulk. Each is like one that the shop has made by itself, except for the columns that are
 * said
 * for it: so whatever columns a platform line or a later step of the schema has, they hold what a real row holds.
 */
final class Rows {

    private static final int BATCH = 500;

    private final String table;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Object[] model;
    private final int[] types;
    private final PreparedStatement insert;
    private int waiting;

    /** @param modelWhere which row is the model, with {@code ?} for the argument; null if there is none and nothing but null */
    private Rows(Connection connection, String table, String modelWhere, Object argument) throws SQLException {
        this.table = table;
        String model = "SELECT * FROM " + table + (modelWhere == null ? " WHERE 1 = 0" : " WHERE " + modelWhere);
        try (PreparedStatement statement = connection.prepareStatement(model)) {
            if (argument != null) {
                statement.setObject(1, argument);
            }
            statement.setMaxRows(1);
            try (ResultSet row = statement.executeQuery()) {
                ResultSetMetaData columns = row.getMetaData();
                types = new int[columns.getColumnCount()];
                this.model = new Object[types.length];
                boolean found = row.next();
                if (!found && modelWhere != null) {
                    throw new IllegalStateException("No row of " + table + " where " + modelWhere
                        + ": the shop has no examples");
                }
                StringBuilder names = new StringBuilder();
                for (int i = 0; i < types.length; i++) {
                    String name = columns.getColumnName(i + 1).toUpperCase(Locale.ROOT);
                    positions.put(name, i);
                    types[i] = columns.getColumnType(i + 1);
                    this.model[i] = found ? value(row, i) : null;
                    names.append(i == 0 ? "" : ", ").append(name);
                }
                insert = connection.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES ("
                    + String.join(", ", Collections.nCopies(types.length, "?")) + ")");
            }
        }
    }

    /** @param modelWhere which row is the model, with a {@code ?} for the argument */
    static Rows like(Connection connection, String table, String modelWhere, Object argument) throws SQLException {
        return new Rows(connection, table, modelWhere, argument);
    }

    /** Of a table in which the shop has no row yet; what is not said is null. */
    static Rows blank(Connection connection, String table) throws SQLException {
        return new Rows(connection, table, null, null);
    }

    static boolean isTable(Connection connection, String table) throws SQLException {
        for (String name : new String[] {table, table.toLowerCase(Locale.ROOT)}) {
            try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, name,
                new String[] {"TABLE", "BASE TABLE"})) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Object value(ResultSet row, int i) throws SQLException {
        return switch (types[i]) {
            case Types.CLOB, Types.LONGVARCHAR, Types.NCLOB -> row.getString(i + 1);
            default -> row.getObject(i + 1);
        };
    }

    boolean has(String column) {
        return positions.containsKey(column);
    }

    /** What the model has there. */
    Object model(String column) {
        return model[position(column)];
    }

    /** One more row. @param said columns and what they hold, by turns */
    void add(Object... said) throws SQLException {
        Object[] row = model.clone();
        for (int i = 0; i < said.length; i += 2) {
            row[position((String) said[i])] = said[i + 1];
        }
        for (int i = 0; i < row.length; i++) {
            if (row[i] == null) {
                insert.setNull(i + 1, types[i]);
            } else {
                insert.setObject(i + 1, row[i]);
            }
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            flush();
        }
    }

    private int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException(table + " has no column " + column);
        }
        return position;
    }

    private void flush() throws SQLException {
        insert.executeBatch();
        waiting = 0;
    }

    void finish() throws SQLException {
        if (waiting > 0) {
            flush();
        }
        insert.close();
    }
}
