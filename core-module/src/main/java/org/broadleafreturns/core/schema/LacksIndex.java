package org.broadleafreturns.core.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomPreconditionErrorException;
import liquibase.exception.CustomPreconditionFailedException;
import liquibase.precondition.CustomPrecondition;

/**
 * For steps of the change log that add an index to a table of the platform's: whether the table has the column, and no index that
 * begins with it. A shop may have made one under a name of its own, or an index that goes on with further columns. Public for
 * Liquibase.
 */
public class LacksIndex implements CustomPrecondition {

    private String table;
    private String column;

    public void setTable(String table) {
        this.table = table;
    }

    public void setColumn(String column) {
        this.column = column;
    }

    @Override
    public void check(Database database) throws CustomPreconditionFailedException, CustomPreconditionErrorException {
        try {
            Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
            List<String> tables = tables(connection);
            if (tables.isEmpty()) {
                throw new CustomPreconditionFailedException("There is no column " + table + "." + column);
            }
            for (String found : tables) {
                if (isIndexed(connection, found)) {
                    throw new CustomPreconditionFailedException(table + "." + column + " has an index");
                }
            }
        } catch (SQLException e) {
            throw new CustomPreconditionErrorException("The indexes of " + table + " cannot be read", e);
        }
    }

    /** Those with the column, in capitals or not, as the database writes names. */
    private List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        for (String name : new String[] {table, table.toLowerCase(Locale.ROOT)}) {
            try (ResultSet columns = connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), name, null)) {
                while (columns.next()) {
                    if (columns.getString("TABLE_NAME").equals(name) && columns.getString("COLUMN_NAME").equalsIgnoreCase(column)) {
                        tables.add(name);
                    }
                }
            }
        }
        return tables;
    }

    private boolean isIndexed(Connection connection, String found) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        try (ResultSet indexes = database.getIndexInfo(connection.getCatalog(), connection.getSchema(), found, false, true)) {
            while (indexes.next()) {
                if (indexes.getInt("ORDINAL_POSITION") == 1 && column.equalsIgnoreCase(indexes.getString("COLUMN_NAME"))) {
                    return true;
                }
            }
        }
        return false;
    }
}
