package org.broadleafreturns.demo.filling;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What each database needs to take very many rows quickly: foreign keys are not looked at, and indexes are made at the end. */
enum BulkMode {

    H2 {
        @Override
        void begin(Connection connection) throws SQLException {
            execute(connection, "SET REFERENTIAL_INTEGRITY FALSE");
        }

        @Override
        void end(Connection connection, List<String> tables) throws SQLException {
            execute(connection, "SET REFERENTIAL_INTEGRITY TRUE", "ANALYZE");
        }
    },

    POSTGRESQL {
        private final List<String> indexes = new ArrayList<>();

        @Override
        void begin(Connection connection) throws SQLException {
            execute(connection, "SET session_replication_role = replica", "SET synchronous_commit = off",
                "SET maintenance_work_mem = '256MB'");
        }

        @Override
        void dropIndexes(Connection connection, List<String> tables) throws SQLException {
            indexes.clear();
            List<String> drops = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT I.INDEXNAME, I.INDEXDEF FROM PG_INDEXES I"
                        + " WHERE I.SCHEMANAME = CURRENT_SCHEMA() AND UPPER(I.TABLENAME) IN ('" + String.join("', '", tables)
                        + "')"
                        + " AND NOT EXISTS (SELECT 1 FROM PG_CONSTRAINT K JOIN PG_CLASS C ON C.OID = K.CONINDID"
                        + " WHERE C.RELNAME = I.INDEXNAME)")) {
                while (found.next()) {
                    drops.add("DROP INDEX " + found.getString(1));
                    indexes.add(found.getString(2));
                }
            }
            execute(connection, drops.toArray(new String[0]));
        }

        @Override
        void end(Connection connection, List<String> tables) throws SQLException {
            execute(connection, indexes.toArray(new String[0]));
            indexes.clear();
            execute(connection, "RESET synchronous_commit", "RESET session_replication_role", "RESET maintenance_work_mem");
            // The pages of a table that was never vacuumed are looked at each time that an index could answer alone.
            connection.setAutoCommit(true);
            execute(connection, "VACUUM ANALYZE");
        }
    },

    /** Keeps its indexes: InnoDB buffers their changes, and does not let go of one that a foreign key needs. */
    MARIADB {
        @Override
        void begin(Connection connection) throws SQLException {
            execute(connection, "SET foreign_key_checks = 0", "SET unique_checks = 0");
        }

        @Override
        void end(Connection connection, List<String> tables) throws SQLException {
            execute(connection, "SET foreign_key_checks = 1", "SET unique_checks = 1", "ANALYZE TABLE " + String.join(", ",
                tables));
        }
    };

    static BulkMode of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            case "MariaDB", "MySQL" -> MARIADB;
            default -> throw new IllegalStateException("No filling for " + product);
        };
    }

    abstract void begin(Connection connection) throws SQLException;

    /** Where it pays. Those of constraints stay. */
    void dropIndexes(Connection connection, List<String> tables) throws SQLException {
    }

    abstract void end(Connection connection, List<String> tables) throws SQLException;

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
