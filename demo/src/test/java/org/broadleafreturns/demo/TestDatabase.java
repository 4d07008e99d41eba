package org.broadleafreturns.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A new, empty database.
 *
 * @param server where it is
 * @param url without user and password
 */
record TestDatabase(Server server, String url, String user, String password) {

    /** What the modules' tables work on. */
    enum Server {
        H2, HSQLDB, POSTGRESQL, MARIADB;

        TestDatabase newDatabase() {
            if (this != H2) {
                Quick.leavesOut(name());
            }
            String name = "rtn_" + UUID.randomUUID().toString().replace("-", "");
            return switch (this) {
                case H2 -> new TestDatabase(this,
                    "jdbc:h2:mem:" + name + ";MODE=LEGACY;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa", "");
                case HSQLDB -> new TestDatabase(this, "jdbc:hsqldb:mem:" + name + ";hsqldb.tx=mvcc", "sa", "");
                case POSTGRESQL -> on("RTN_POSTGRESQL_URL", "CREATE DATABASE " + name, name);
                case MARIADB -> on("RTN_MARIADB_URL", "CREATE DATABASE " + name + " CHARACTER SET utf8mb4", name);
            };
        }

        private TestDatabase on(String variable, String creation, String name) {
            String url = required(variable);
            String user = required("RTN_DATABASE_USER");
            String password = required("RTN_DATABASE_PASSWORD");
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    Statement statement = connection.createStatement()) {
                statement.execute(creation);
            } catch (SQLException e) {
                throw new IllegalStateException("No database at " + url, e);
            }
            return new TestDatabase(this, url.replaceFirst("/[^/]*$", "/" + name), user, password);
        }

        private static String required(String variable) {
            String value = System.getenv(variable);
            if (value == null || value.isEmpty()) {
                throw new IllegalStateException(variable + " is not set. These tests need PostgreSQL and MariaDB: run bin/test, "
                    + "or bin/with-databases with the command of your choice behind it.");
            }
            return value;
        }
    }

    DataSource dataSource() {
        return new DriverManagerDataSource(url, user, password);
    }
}
