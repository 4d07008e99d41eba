package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** One node of a shop and then two over one database server: what shoppers and merchants take, and what both send. */
@OwnShops
class TwoNodesIntegrationTests {

    private static final int PEOPLE = 50;
    private static final int COMMANDS_PER_THREAD = 5;

    /** Units that are in returns of some orders, for each order item in one. */
    private static final String TAKEN = "SELECT L.ORDER_ITEM_ID, I.QUANTITY, SUM(CASE"
        + " WHEN R.STATUS IN ('REQUESTED', 'LABEL_SENT', 'RECEIVED') THEN L.QUANTITY_REQUESTED"
        + " WHEN R.STATUS IN ('ACCEPTED', 'PARTIALLY_ACCEPTED') THEN L.QUANTITY_ACCEPTED ELSE 0 END) AS TAKEN"
        + " FROM RTN_LINE L JOIN RTN_REQUEST R ON R.REQUEST_ID = L.REQUEST_ID JOIN BLC_ORDER_ITEM I ON I.ORDER_ITEM_ID = L.ORDER_ITEM_ID"
        + " WHERE R.ORDER_NUMBER IN (%s) GROUP BY L.ORDER_ITEM_ID, I.QUANTITY";

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void nobodyTakesMoreThanWasOrderedAndNoMailGoesOutTwice(TestDatabase.Server server) {
        SharedShop shop = SharedShop.on(server);
        JdbcTemplate sql = shop.sql();
        ShopNode first = shop.node();
        ShopNode second = shop.secondNode();
        RealShop.awaitAllSent(sql);
        int sentBefore = shop.mails().messageIds().size();
        Set<Long> mailsBefore = Set.copyOf(sql.queryForList("SELECT MAIL_ID FROM RTN_MAIL", Long.class));
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

        String all = Stream.concat(orders.stream(), Stream.of(another)).collect(Collectors.joining("', '", "'", "'"));
        String taken = TAKEN.formatted(all);
        String ofThem = " REQUEST_ID IN (SELECT REQUEST_ID FROM RTN_REQUEST WHERE ORDER_NUMBER IN (" + all + "))";
        assertThat(sql.queryForList("SELECT DISTINCT TO_STATUS FROM RTN_JOURNAL_ENTRY WHERE ACTOR_KIND = 'MERCHANT' AND" + ofThem,
            String.class)).contains("RECEIVED", "ACCEPTED", "REFUSED", "CANCELLED");
        assertThat(sql.queryForList(taken)).hasSize(13).allSatisfy(item ->
            assertThat(number(item, "TAKEN")).isBetween(0, number(item, "QUANTITY")));
        for (String order : orders) {
            refusedUnitsComeBackOnce(order, first, second);
        }
        assertThat(sql.queryForList(taken)).allSatisfy(item ->
            assertThat(number(item, "TAKEN")).isEqualTo(number(item, "QUANTITY")));

        // Each change has its own mail; the others tell the shop of a new request, each once to each address.
        List<Long> ofChanges = sql.queryForList("SELECT MAIL_ID FROM RTN_JOURNAL_ENTRY WHERE KIND = 'STATUS' AND" + ofThem, Long.class);
        assertThat(ofChanges).doesNotContainNull().doesNotHaveDuplicates();
        long requests = sql.queryForObject("SELECT COUNT(*) FROM RTN_REQUEST WHERE ORDER_NUMBER IN (" + all + ")", Long.class);
        Map<String, Long> others = mailsSince(mailsBefore, sql).stream().filter(mail -> !ofChanges.contains(mail.id()))
            .collect(Collectors.groupingBy(Mail::recipient, Collectors.counting()));
        assertThat(others).isNotEmpty().allSatisfy((recipient, mails) -> assertThat(mails).as(recipient).isEqualTo(requests));
        RealShop.awaitAllSent(sql);
        assertThat(shop.mails().messageIds()).doesNotHaveDuplicates();
        assertThat(shop.mails().messageIds().stream().skip(sentBefore)).containsExactlyInAnyOrderElementsOf(
            mailsSince(mailsBefore, sql).stream().map(Mail::messageId).toList());
    }

    private record Mail(long id, String recipient, String messageId) {
    }

    private static List<Mail> mailsSince(Set<Long> before, JdbcTemplate sql) {
        return sql.query("SELECT MAIL_ID, RECIPIENT, MESSAGE_ID FROM RTN_MAIL",
            (row, line) -> new Mail(row.getLong(1), row.getString(2), row.getString(3))).stream()
            .filter(mail -> !before.contains(mail.id())).toList();
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
        SharedShop shop = SharedShop.on(TestDatabase.Server.MARIADB);
        ShopNode node = shop.node();
        JdbcTemplate sql = shop.sql();
        String email = "nina@example.com";
        String order = shop.order(email, "1=2");
        String number = node.ask("request " + order + " 0 1");
        assertThat(node.ask("settle " + order)).isEqualTo("1");
        // A mail that is being sent cannot be made blank at the same time.
        RealShop.awaitAllSent(sql);
        try (Connection other = shop.database().dataSource().getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT ORDER_ID FROM BLC_ORDER WHERE ORDER_NUMBER = '" + order + "' FOR UPDATE");
            node.tell("forget " + email);
            await().until(() -> sql.queryForObject(
                "SELECT COUNT(*) FROM INFORMATION_SCHEMA.INNODB_TRX WHERE TRX_STATE = 'LOCK WAIT'", Integer.class) > 0);
            assertThat(statement.executeUpdate("UPDATE RTN_REQUEST SET STATUS = 'RECEIVED', VERSION = VERSION + 1"
                + " WHERE RETURN_NUMBER = '" + number + "'")).isOne();
            other.commit();
        }

        assertThat(node.answer()).isEqualTo("running " + number);
        node.ask("settle " + order);
        RealShop.awaitAllSent(sql);
        assertThat(node.ask("forget " + email)).isEqualTo("done");
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_REQUEST WHERE CUSTOMER_ID IS NULL AND RETURN_NUMBER = '" + number + "'",
            Integer.class)).isOne();
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
