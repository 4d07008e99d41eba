package org.broadleafreturns.core.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Lets one node at a time migrate. Liquibase's own lock holds only once its table is there: nodes that start at once on a
 * database without it take the lock from each other. The database gives this one up when the node that holds it dies.
 */
final class MigrationLock {

    private static final long POSTGRESQL_KEY = 0x52544e5f534348L;

    private MigrationLock() {
    }

    /**
     * Does the work while no other node does.
     *
     * @throws SQLException if the lock cannot be had
     */
    static void holding(DataSource dataSource, Runnable work) throws SQLException {
        // Databases without a lock of this kind are those that one Java virtual machine has for itself.
        synchronized (MigrationLock.class) {
            try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
                String product = connection.getMetaData().getDatabaseProductName();
                switch (product) {
                    case "PostgreSQL" -> holding(statement, "SELECT pg_advisory_lock(" + POSTGRESQL_KEY + ")",
                        "SELECT pg_advisory_unlock(" + POSTGRESQL_KEY + ")", work);
                    // Its locks are the whole server's.
                    case "MariaDB", "MySQL" -> holding(statement, "SELECT GET_LOCK(CONCAT('rtn.', MD5(DATABASE())), 600)",
                        "SELECT RELEASE_LOCK(CONCAT('rtn.', MD5(DATABASE())))", work);
                    default -> work.run();
                }
            }
        }
    }

    private static void holding(Statement statement, String lock, String unlock, Runnable work) throws SQLException {
        try (ResultSet answer = statement.executeQuery(lock)) {
            answer.next();
            if ("0".equals(answer.getString(1))) {
                throw new SQLException("Another node has been migrating for ten minutes");
            }
        }
        try {
            work.run();
        } finally {
            statement.execute(unlock);
        }
    }
}
