package org.broadleafreturns.demo;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the demo shop needs to run on a database server instead of its own H2. */
final class RealShop {

    private RealShop() {
    }

    /** An empty database that the demo's SQL, written for H2, can be run on. */
    static TestDatabase newDatabase(TestDatabase.Server server) {
        TestDatabase database = server.newDatabase();
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            switch (server) {
                case POSTGRESQL -> statement.execute("CREATE FUNCTION STRINGDECODE(encoded TEXT) RETURNS TEXT LANGUAGE SQL AS 'SELECT encoded'");
                case MARIADB -> statement.execute("CREATE FUNCTION STRINGDECODE(encoded TEXT) RETURNS TEXT DETERMINISTIC RETURN encoded");
                default -> {
                }
            }
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until every mail of the shop has gone out. */
    static void awaitAllSent(JdbcTemplate database) {
        await().atMost(Duration.ofMinutes(2)).until(() ->
            database.queryForObject("SELECT COUNT(*) FROM RTN_MAIL WHERE STATE <> 'SENT'", Integer.class), unsent -> unsent == 0);
    }

    /** How many deadlocks the server has broken until now, in this database or in all. */
    static long deadlocks(JdbcTemplate database, TestDatabase.Server server) {
        return server == TestDatabase.Server.POSTGRESQL
            ? database.queryForObject("SELECT DEADLOCKS FROM PG_STAT_DATABASE WHERE DATNAME = CURRENT_DATABASE()", Long.class)
            : Long.parseLong((String) database.queryForMap("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'").get("Value"));
    }

    /** Hibernate 4.1 must be told the dialect; Hibernate 6.2 asks the database. */
    static Map<String, Object> properties(TestDatabase.Server server) {
        String dialect = switch (server) {
            case POSTGRESQL -> "org.hibernate.dialect.PostgreSQL82Dialect";
            case MARIADB -> "org.hibernate.dialect.MySQL5InnoDBDialect";
            default -> throw new IllegalArgumentException("No server: " + server);
        };
        Map<String, Object> properties = new HashMap<>();
        try {
            Class.forName(dialect);
            for (String unit : new String[] {"blPU", "blSecurePU", "blCMSStorage"}) {
                properties.put(unit + ".hibernate.dialect", dialect);
            }
        } catch (ClassNotFoundException e) {
            return Map.of();
        }
        return properties;
    }
}
