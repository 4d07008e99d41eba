package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** One node of a shop and then two over one database server: what shoppers and merchants take, and what both send. */
class TwoNodesIntegrationTests {

    private static final int PEOPLE = 50;
    private static final int COMMANDS_PER_THREAD = 5;
    private static final int HEARTBEAT_SECONDS = 10;

    /** Units that are in returns, for each order item in one. */
    private static final String TAKEN = "SELECT L.ORDER_ITEM_ID, I.QUANTITY, SUM(CASE"
        + " WHEN R.STATUS IN ('REQUESTED', 'LABEL_SENT', 'RECEIVED') THEN L.QUANTITY_REQUESTED"
        + " WHEN R.STATUS IN ('ACCEPTED', 'PARTIALLY_ACCEPTED') THEN L.QUANTITY_ACCEPTED ELSE 0 END) AS TAKEN"
        + " FROM RTN_LINE L JOIN RTN_REQUEST R ON R.REQUEST_ID = L.REQUEST_ID JOIN BLC_ORDER_ITEM I ON I.ORDER_ITEM_ID = L.ORDER_ITEM_ID"
        + " GROUP BY L.ORDER_ITEM_ID, I.QUANTITY";

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void nobodyTakesMoreThanWasOrderedAndNoMailGoesOutTwice(TestDatabase.Server server) {
        TestDatabase database = RealShop.newDatabase(server);
        JdbcTemplate sql = new JdbcTemplate(database.dataSource());
        try (ScriptedMailServer mails = new ScriptedMailServer(ScriptedMailServer.Manner.ACCEPT);
                ShopNode first = ShopNode.start(database, true, mails.port(), HEARTBEAT_SECONDS).awaitReady();
                ShopNode second = ShopNode.start(database, false, mails.port(), HEARTBEAT_SECONDS).awaitReady()) {
            // A node's first mail takes its time, in which its order is locked: Broadleaf 7.0 looks at each class that is loaded.
            String another = first.ask("order john@example.com 1=2");
            for (ShopNode node : List.of(first, second)) {
                assertThat(node.ask("request " + another + " 0 1")).startsWith("R");
            }
            long deadlocks = RealShop.deadlocks(sql, server);
            List<String> orders = new ArrayList<>(rush(List.of(first)));
            orders.addAll(rush(List.of(first, second)));
            // All take their locks in one sequence. InnoDB locks gaps of its indexes besides, in a sequence of its own.
            if (server == TestDatabase.Server.POSTGRESQL) {
                assertThat(RealShop.deadlocks(sql, server)).isEqualTo(deadlocks);
            }

            assertThat(sql.queryForList("SELECT DISTINCT TO_STATUS FROM RTN_JOURNAL_ENTRY WHERE ACTOR_KIND = 'MERCHANT'", String.class))
                .contains("RECEIVED", "ACCEPTED", "REFUSED", "CANCELLED");
            assertThat(sql.queryForList(TAKEN)).hasSize(13).allSatisfy(item ->
                assertThat(number(item, "TAKEN")).isBetween(0, number(item, "QUANTITY")));
            for (String order : orders) {
                refusedUnitsComeBackOnce(order, first, second);
            }
            assertThat(sql.queryForList(TAKEN)).allSatisfy(item ->
                assertThat(number(item, "TAKEN")).isEqualTo(number(item, "QUANTITY")));

            // Each change has its own mail; the others tell the shop of a new request, each once to each address.
            List<Long> ofChanges = sql.queryForList("SELECT MAIL_ID FROM RTN_JOURNAL_ENTRY WHERE KIND = 'STATUS'", Long.class);
            assertThat(ofChanges).doesNotContainNull().doesNotHaveDuplicates();
            assertThat(sql.queryForList("SELECT COUNT(*) FROM RTN_MAIL M WHERE NOT EXISTS"
                + " (SELECT 1 FROM RTN_JOURNAL_ENTRY J WHERE J.MAIL_ID = M.MAIL_ID) GROUP BY M.RECIPIENT", Integer.class))
                .isNotEmpty().containsOnly(sql.queryForObject("SELECT COUNT(*) FROM RTN_REQUEST", Integer.class));
            int queued = sql.queryForObject("SELECT COUNT(*) FROM RTN_MAIL", Integer.class);
            await().atMost(Duration.ofMinutes(2)).until(() ->
                sql.queryForObject("SELECT COUNT(*) FROM RTN_MAIL WHERE STATE = 'SENT'", Integer.class), sent -> sent == queued);
            assertThat(mails.messageIds()).hasSize(queued).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(sql.queryForList("SELECT MESSAGE_ID FROM RTN_MAIL", String.class));
        }
    }

    /**
     * Shoppers and merchants at the same lines at the same time, shared out among the nodes.
     *
     * @return the orders they were at
     */
    private static List<String> rush(List<ShopNode> nodes) {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            orders.add(nodes.get(0).ask("order john@example.com 1=4 5=3"));
        }
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).tell("compete " + String.join(",", orders) + " " + PEOPLE / nodes.size() + " " + COMMANDS_PER_THREAD + " "
                + (1 + 1000 * i));
        }
        for (ShopNode node : nodes) {
            // granted, refused, applied, stale, and nothing that nobody should see
            assertThat(node.answer()).matches("[1-9]\\d* [1-9]\\d* [1-9]\\d* \\d+ \\[\\]");
        }
        return orders;
    }

    /** On MariaDB, which shows a transaction what was there at its first read, however long it has waited for a lock since. */
    @Test
    void aReturnThatIsTakenUpAgainWhileItsOrderIsLockedKeepsItsCustomer() throws SQLException {
        TestDatabase database = RealShop.newDatabase(TestDatabase.Server.MARIADB);
        JdbcTemplate sql = new JdbcTemplate(database.dataSource());
        try (ScriptedMailServer mails = new ScriptedMailServer(ScriptedMailServer.Manner.ACCEPT);
                ShopNode node = ShopNode.start(database, true, mails.port(), HEARTBEAT_SECONDS).awaitReady();
                Connection other = database.dataSource().getConnection()) {
            String number = node.ask("request PL-1001 0 1");
            assertThat(node.ask("settle PL-1001")).isEqualTo("1");
            // A mail that is being sent cannot be made blank at the same time.
            RealShop.awaitAllSent(sql);
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("SELECT ORDER_ID FROM BLC_ORDER WHERE ORDER_NUMBER = 'PL-1001' FOR UPDATE");
                node.tell("forget marie@example.com");
                await().until(() -> sql.queryForObject(
                    "SELECT COUNT(*) FROM INFORMATION_SCHEMA.INNODB_TRX WHERE TRX_STATE = 'LOCK WAIT'", Integer.class) > 0);
                assertThat(statement.executeUpdate("UPDATE RTN_REQUEST SET STATUS = 'RECEIVED', VERSION = VERSION + 1"
                    + " WHERE RETURN_NUMBER = '" + number + "'")).isOne();
            }
            other.commit();

            assertThat(node.answer()).isEqualTo("running " + number);
            node.ask("settle PL-1001");
            RealShop.awaitAllSent(sql);
            assertThat(node.ask("forget marie@example.com")).isEqualTo("done");
            assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_REQUEST WHERE CUSTOMER_ID IS NULL", Integer.class)).isOne();
        }
    }

    /** What is refused can be asked for again, to the last unit and not one more, on either node. */
    private static void refusedUnitsComeBackOnce(String order, ShopNode first, ShopNode second) {
        first.ask("settle " + order);
        String[] left = second.ask("returnable " + order).split(" ");
        for (int line = 0; line < left.length; line++) {
            int units = Integer.parseInt(left[line]);
            for (int unit = 0; unit < units; unit++) {
                ShopNode node = unit % 2 == 0 ? first : second;
                assertThat(node.ask("request " + order + " " + line + " 1")).startsWith("R");
            }
            assertThat(second.ask("request " + order + " " + line + " 1")).isEqualTo("refused rtn.objection.line.nothingLeft");
        }
    }

    private static int number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).intValue();
    }
}
