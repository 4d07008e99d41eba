package org.broadleafreturns.core.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one node at a time migrate. Liquibase's own lock holds only once its table is there: nodes that start at once on a
 * database without it take the lock from each other. The database gives this one up when the node that holds it dies.
 */
final class MigrationLock {

    private static final long POSTGRESQL_KEY = 0x52544e5f534348L;

    private static final int ATTEMPTS = 6;
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(MigrationLock.class);

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
                    default -> {
                        if (isServer(connection.getMetaData().getURL())) {
                            persisting(work);
                        } else {
                            work.run();
                        }
                    }
                }
            }
        }
    }

    /** A server without a lock of this kind: other nodes may be at it. */
    private static boolean isServer(String url) {
        return url.contains(":hsql:") || url.contains(":hsqls:") || url.contains(":tcp:") || url.contains(":ssl:");
    }

    /** Every step begins with what only one node can do, so the others fail and find it done the next time. */
    private static void persisting(Runnable work) {
        for (int attempt = 1;; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.info("Another node may be migrating; trying again in {}", PAUSE, e);
                try {
                    Thread.sleep(PAUSE.toMillis());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw e;
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
