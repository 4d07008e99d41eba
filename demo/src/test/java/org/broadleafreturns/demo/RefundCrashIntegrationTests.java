package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadleafreturns.demo.HeldRefunds.Moment;
import org.broadleafreturns.demo.TestDatabase.Server;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Refunds with three back offices, then two and then one, which are killed at each of the bad moments; and many merchants at once. */
@OwnShops
class RefundCrashIntegrationTests {

    private static final int HEARTBEAT_SECONDS = 2;
    private static final Map<String, String> SOON = Map.of("returns.refund.gateway-seconds", "14", "returns.refund.poll-seconds", "2");
    private static final int MERCHANTS_OF_EACH_NODE = 25;

    @ParameterizedTest
    @EnumSource(value = Server.class, names = {"POSTGRESQL", "MARIADB"})
    void nothingIsPaidBackTwiceAndNothingIsForgotten(Server server) {
        TestDatabase database = RealShop.newDatabase(server);
        JdbcTemplate sql = new JdbcTemplate(database.dataSource());
        sql.execute(HeldRefunds.TABLE);
        try (ScriptedMailServer mails = new ScriptedMailServer(ScriptedMailServer.Manner.ACCEPT);
                ShopNode first = start(database, true, mails).awaitReady();
                // While the first one works: it takes long.
                ShopNode second = start(database, false, mails)) {
            theBooksAreRightWhateverIsClicked(first);
            String unused = first.ask("request " + first.ask("paid john@example.com 5=2") + " 0 1");
            assertThat(first.ask("voucher " + unused)).isEqualTo("ENDED ISSUED");
            List<String> numbers = IntStream.range(0, 2 * Moment.values().length + 2)
                .mapToObj(count -> first.ask("request " + first.ask("paid john@example.com 5=2") + " 0 1")).toList();
            second.awaitReady();
            // Not at once with the second one: the platform's care for its sequences, on Broadleaf 7.0, would be a deadlock.
            try (ShopNode third = start(database, false, mails)) {
                unitsAreRefundedOnceWhoeverClicks(sql, first, second);

                third.awaitReady();
                Map<Moment, String> two = held(sql, first, numbers.subList(0, 3));
                othersGoOn(sql, two);
                isNeverAskedAgainByItself(sql, second, numbers.get(6), two);

                Map<Moment, String> one = held(sql, second, numbers.subList(3, 6));
                othersGoOn(sql, one);
                isNeverAskedAgainByItself(sql, third, numbers.get(7), one);
                aMerchantFindsTheWayOut(sql, third, one);
            }
            booksAreRight(sql);
        }
    }

    private static ShopNode start(TestDatabase database, boolean first, ScriptedMailServer mails) {
        return ShopNode.startBackOffice(database, first, mails.port(), HEARTBEAT_SECONDS, HeldRefunds.class, SOON);
    }

    /** Two returns of one order, each by so many merchants on each node. */
    private static void unitsAreRefundedOnceWhoeverClicks(JdbcTemplate sql, ShopNode first, ShopNode second) {
        String order = first.ask("paid john@example.com 5=7 1=2");
        String returns = first.ask("request " + order + " 1 1") + "," + first.ask("request " + order + " 1 2");
        assertThat(first.ask("accept " + returns)).isEqualTo("done");
        for (ShopNode node : List.of(first, second)) {
            node.tell("previewRefunds " + returns + " " + MERCHANTS_OF_EACH_NODE);
        }
        for (ShopNode node : List.of(first, second)) {
            assertThat(node.answer()).isEqualTo("previewed " + MERCHANTS_OF_EACH_NODE);
        }
        first.tell("applyRefunds");
        second.tell("applyRefunds");
        List<Integer> made = new ArrayList<>();
        for (ShopNode node : List.of(first, second)) {
            String answer = node.answer();
            // made, refused or stale, and nothing that nobody should see
            assertThat(answer).matches("\\d+ \\d+ \\[\\]");
            made.add(Integer.valueOf(answer.split(" ")[0]));
        }
        assertThat(made.get(0) + made.get(1)).isEqualTo(2);
        for (String number : returns.split(",")) {
            awaitState(sql, number, "DONE");
        }
        booksAreRight(sql);
    }

    /** As {@link RefundCommandsIntegrationTests}, on this database. */
    private static void theBooksAreRightWhateverIsClicked(ShopNode node) {
        String order = node.ask("paid john@example.com 1=4 5=7");
        String returns = Stream.of(3, 2, 2).map(units -> node.ask("request " + order + " 1 " + units)).collect(Collectors.joining(","));
        assertThat(node.ask("refundSequence " + returns + " 101")).isEqualTo("done");
    }

    /** Refunds of three orders that have come to a halt at each of the moments, the last of them with their node. */
    private static Map<Moment, String> held(JdbcTemplate sql, ShopNode node, List<String> numbers) {
        Map<Moment, String> held = new EnumMap<>(Moment.class);
        for (Moment moment : List.of(Moment.ASKED, Moment.ANSWERED, Moment.COMMITTED)) {
            String number = numbers.get(moment.ordinal());
            node.tell("hold " + moment + " " + number);
            held.put(moment, number);
            if (moment != Moment.ASKED) {
                held.forEach((each, other) -> await().until(() -> calls(sql, other, each) == 1));
            }
        }
        node.kill();
        assertThat(held.values()).as("nobody has given up yet").allMatch(number -> state(sql, number).equals("PENDING"));
        return held;
    }

    private static void othersGoOn(JdbcTemplate sql, Map<Moment, String> held) {
        awaitState(sql, held.get(Moment.COMMITTED), "DONE");
        awaitState(sql, held.get(Moment.ASKED), "UNKNOWN");
        awaitState(sql, held.get(Moment.ANSWERED), "UNKNOWN");
    }

    private static void isNeverAskedAgainByItself(JdbcTemplate sql, ShopNode node, String left, Map<Moment, String> held) {
        // Nobody asks for this one but those who look for what was left: they have looked since.
        assertThat(node.ask("leave " + left)).isEqualTo("done");
        awaitState(sql, left, "DONE");

        for (String number : held.values()) {
            assertThat(calls(sql, number, Moment.ASKED)).as(number).isOne();
        }
        assertThat(state(sql, held.get(Moment.ASKED))).isEqualTo("UNKNOWN");
        assertThat(state(sql, held.get(Moment.ANSWERED))).isEqualTo("UNKNOWN");
    }

    private static void aMerchantFindsTheWayOut(JdbcTemplate sql, ShopNode node, Map<Moment, String> held) {
        assertThat(node.ask("say " + held.get(Moment.ANSWERED) + " true")).isEqualTo("done");
        assertThat(node.ask("say " + held.get(Moment.ASKED) + " false")).isEqualTo("done");

        assertThat(state(sql, held.get(Moment.ANSWERED))).isEqualTo("DONE");
        assertThat(state(sql, held.get(Moment.ASKED))).isEqualTo("FAILED");
        assertThat(node.ask("again " + held.get(Moment.ASKED))).isEqualTo("done");
        assertThat(state(sql, held.get(Moment.ASKED))).isEqualTo("DONE");
        assertThat(calls(sql, held.get(Moment.ASKED), Moment.ASKED)).isEqualTo(2);
    }

    /** Units, captures, the platform's transactions and the gateway. */
    private static void booksAreRight(JdbcTemplate sql) {
        assertThat(sql.queryForList("SELECT L.LINE_ID FROM RTN_REFUND_LINE L JOIN RTN_REFUND R ON R.REFUND_ID = L.REFUND_ID"
            + " JOIN RTN_LINE N ON N.LINE_ID = L.LINE_ID WHERE R.STATE NOT IN ('FAILED', 'ENDED') GROUP BY L.LINE_ID, N.QUANTITY_ACCEPTED"
            + " HAVING SUM(L.UNITS) > N.QUANTITY_ACCEPTED")).isEmpty();
        assertThat(sql.queryForList("SELECT P.ORDER_ID FROM BLC_ORDER_PAYMENT P JOIN BLC_ORDER_PAYMENT_TRANSACTION T"
            + " ON T.ORDER_PAYMENT = P.ORDER_PAYMENT_ID GROUP BY P.ORDER_ID HAVING SUM(CASE WHEN T.TRANSACTION_TYPE = 'REFUND'"
            + " THEN T.TRANSACTION_AMOUNT ELSE 0 END) > SUM(CASE WHEN T.TRANSACTION_TYPE IN ('CAPTURE', 'AUTHORIZE_AND_CAPTURE')"
            + " THEN T.TRANSACTION_AMOUNT ELSE 0 END)")).isEmpty();
        BigDecimal done = sum(sql, "SELECT SUM(AMOUNT) FROM RTN_REFUND_PAYMENT WHERE STATE = 'DONE'");
        assertThat(sum(sql, "SELECT SUM(TRANSACTION_AMOUNT) FROM BLC_ORDER_PAYMENT_TRANSACTION WHERE TRANSACTION_TYPE = 'REFUND'"))
            .isEqualByComparingTo(done);
        assertThat(sum(sql, "SELECT SUM(DONE_AMOUNT) FROM RTN_REFUND WHERE REFUND_ID NOT IN (SELECT REFUND_ID FROM RTN_VOUCHER)"))
            .isEqualByComparingTo(done);
        assertThat(sum(sql, "SELECT SUM(C.AMOUNT) FROM GATEWAY_CALL C JOIN RTN_REFUND_PAYMENT P ON C.REFUND_KEY LIKE"
            + " CONCAT('rtn-', P.REFUND_PAYMENT_ID, '-%') WHERE C.MOMENT = 'ANSWERED' AND P.STATE = 'DONE'")).isEqualByComparingTo(done);
        // Each try was asked for once, and what was answered is known: where nobody has killed the node, all of it is done.
        assertThat(sql.queryForList("SELECT REFUND_KEY FROM GATEWAY_CALL WHERE MOMENT = 'ASKED'", String.class)).doesNotHaveDuplicates();
    }

    private static BigDecimal sum(JdbcTemplate sql, String query) {
        return sql.queryForObject(query, BigDecimal.class);
    }

    private static void awaitState(JdbcTemplate sql, String number, String state) {
        await().atMost(Duration.ofSeconds(60)).until(() -> state(sql, number), state::equals);
    }

    private static String state(JdbcTemplate sql, String number) {
        List<String> states = sql.queryForList("SELECT R.STATE FROM RTN_REFUND R JOIN RTN_REQUEST Q ON Q.REQUEST_ID = R.REQUEST_ID"
            + " WHERE Q.RETURN_NUMBER = ?", String.class, number);
        return states.size() == 1 ? states.get(0) : states.toString();
    }

    private static int calls(JdbcTemplate sql, String number, Moment moment) {
        return sql.queryForObject("SELECT COUNT(*) FROM GATEWAY_CALL C JOIN RTN_REQUEST Q ON Q.ORDER_ID = C.ORDER_ID"
            + " WHERE Q.RETURN_NUMBER = ? AND C.MOMENT = ?", Integer.class, number, moment.name());
    }
}
