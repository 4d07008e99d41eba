package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadleafreturns.demo.ScriptedMailServer.Manner;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The identifiers of returns and of what belongs to them, after restarts and after a restore of some of the tables. */
@OwnShops
class IdentifierIntegrationTests {

    private static final Map<String, String> TABLES = Map.of("RTN_REQUEST", "REQUEST_ID", "RTN_LINE", "LINE_ID",
        "RTN_JOURNAL_ENTRY", "ENTRY_ID", "RTN_MAIL", "MAIL_ID");
    /** So many identifiers at most are lost at a start. */
    private static final int BLOCKS = 3 * 50;

    /** What the other databases are told, {@link SchemaIntegrationTests} looks at; each start of a shop takes its time. */
    @Test
    void goOnAfterARestartAndCollideWithNothingAfterARestore() {
        TestDatabase database = RealShop.newDatabase(TestDatabase.Server.POSTGRESQL);
        JdbcTemplate sql = new JdbcTemplate(database.dataSource());
        try (ScriptedMailServer mails = new ScriptedMailServer(Manner.ACCEPT)) {
            try (ShopNode node = ShopNode.startStorefront(database, mails.port(), 10).awaitReady()) {
                assertThat(node.ask("request PL-2001 0 1")).startsWith("R");
                RealShop.awaitAllSent(sql);
            }
            Map<String, Long> first = largest(sql);

            try (ShopNode node = restarted(database, mails)) {
                assertThat(node.ask("request PL-2001 1 1")).startsWith("R");
                RealShop.awaitAllSent(sql);
            }
            Map<String, Long> second = largest(sql);
            first.forEach((table, identifier) ->
                assertThat(second.get(table)).as(table).isBetween(identifier + 1, identifier + BLOCKS));

            // The sequences of a backup that is older than that of the tables.
            sql.update("UPDATE RTN_SEQUENCE SET SEQ_VALUE = 100");
            sql.update("DELETE FROM RTN_SEQUENCE WHERE SEQ_NAME = 'RTN_JOURNAL_ENTRY'");
            try (ShopNode node = restarted(database, mails)) {
                String order = node.ask("order john@example.com 1=3");
                for (int i = 0; i < 3; i++) {
                    assertThat(node.ask("request " + order + " 0 1")).startsWith("R");
                }
                assertThat(node.ask("settle " + order)).isEqualTo("3");
                RealShop.awaitAllSent(sql);
            }
            Map<String, Long> third = largest(sql);
            second.forEach((table, identifier) ->
                assertThat(third.get(table)).as(table).isBetween(identifier + 1, identifier + BLOCKS));
        }
    }

    private static ShopNode restarted(TestDatabase database, ScriptedMailServer mails) {
        return ShopNode.start(database, false, mails.port(), 10, List.of("-Xmx512m")).awaitReady();
    }

    private static Map<String, Long> largest(JdbcTemplate sql) {
        Map<String, Long> largest = new TreeMap<>();
        TABLES.forEach((table, column) -> largest.put(table, sql.queryForObject("SELECT MAX(" + column + ") FROM " + table, Long.class)));
        return largest;
    }
}
