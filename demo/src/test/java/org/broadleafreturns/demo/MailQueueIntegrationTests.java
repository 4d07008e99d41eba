package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadleafreturns.demo.ScriptedMailServer.Manner;
import org.broadleafreturns.demo.ScriptedMailServer.Taken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many mails over several connections to the mail server, of one node and of two, and of one that is killed meanwhile. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@OwnShops
class MailQueueIntegrationTests {

    private static final int CONNECTIONS = 3;
    private static final int HEARTBEAT_SECONDS = 2;
    private static final String A = "a.example";
    private static final String B = "b.example";
    private static final String SLOW = "slow.example";

    private static ScriptedMailServer server;
    private static TestDatabase database;
    private static JdbcTemplate sql;
    private static ShopNode node;

    private int before;

    @BeforeAll
    static void open() {
        server = new ScriptedMailServer(Manner.ACCEPT);
        database = RealShop.newDatabase(TestDatabase.Server.POSTGRESQL);
        sql = new JdbcTemplate(database.dataSource());
        node = ShopNode.startStorefront(database, server.port(), HEARTBEAT_SECONDS,
            Map.of("returns.mail.connections", Integer.toString(CONNECTIONS))).awaitReady();
    }

    @AfterAll
    static void close() {
        node.close();
        server.close();
    }

    @BeforeEach
    void look() {
        server.behave(Manner.ACCEPT);
        server.takePerMail(0);
        before = server.taken().size();
    }

    private List<Taken> taken() {
        return server.taken().subList(before, server.taken().size());
    }

    private static String subjects(List<Taken> mails, String recipient) {
        return mails.stream().filter(mail -> mail.recipient().equals(recipient)).map(mail -> mail.subject().replace("Mail ", ""))
            .collect(Collectors.joining(" "));
    }

    /** The subjects of the mails to the i-th of so many recipients, in the order in which they were queued. */
    private static String queued(int count, int recipients, int recipient) {
        return IntStream.range(0, count).filter(mail -> mail % recipients == recipient).mapToObj(Integer::toString)
            .collect(Collectors.joining(" "));
    }

    private static void assertInOrder(List<Taken> mails, int count, int recipients, String domain) {
        for (int i = 0; i < recipients; i++) {
            assertThat(subjects(mails, "a" + i + "@" + domain)).as("to %s at %s", i, domain).isEqualTo(queued(count, recipients, i));
        }
    }

    @Test
    @Order(1)
    void severalAreUnderWayAtOnceOverKeptConnectionsAndThoseToOneRecipientInOrder() {
        int opened = server.opened();
        server.takePerMail(40);

        node.ask("queue 40 5 " + A);
        node.ask("queue 40 1 " + B);
        RealShop.awaitAllSent(sql);

        assertThat(taken()).hasSize(80);
        assertInOrder(taken(), 40, 5, A);
        assertInOrder(taken(), 40, 1, B);
        assertThat(server.mostAtOnce("")).isEqualTo(CONNECTIONS);
        assertThat(server.mostAtOnce(B)).as("to one recipient").isEqualTo(1);
        assertThat(server.opened() - opened).as("connections").isEqualTo(CONNECTIONS);
        assertThat(sql.queryForObject("SELECT MAX(ATTEMPTS) FROM RTN_MAIL", Integer.class)).isEqualTo(1);
    }

    @Test
    @Order(2)
    void aDomainForWhichTheServerTakesForEverHoldsOneConnectionAndOthersGoOn() throws Exception {
        server.hangFor(SLOW);
        try {
            node.ask("queue 30 30 " + SLOW);
            server.awaitReached();
            node.ask("queue 60 10 " + A);
            node.ask("queue 10 10 " + B);

            await().until(() -> taken().size() == 70);
            assertThat(taken()).extracting(Taken::domain).doesNotContain(SLOW);
            assertInOrder(taken(), 60, 10, A);
            assertThat(server.mostAtOnce(SLOW)).isEqualTo(1);
        } finally {
            server.hangNoMore();
        }
        RealShop.awaitAllSent(sql);
        assertThat(taken()).extracting(Taken::messageId).doesNotHaveDuplicates().hasSize(100);
    }

    @Test
    @Order(3)
    void aServerThatClosesEachConnectionCostsNoAttempt() {
        server.behave(Manner.CLOSE_AFTER_MAIL);

        node.ask("queue 30 10 " + A);
        RealShop.awaitAllSent(sql);

        assertThat(taken()).extracting(Taken::messageId).doesNotHaveDuplicates().hasSize(30);
        assertInOrder(taken(), 30, 10, A);
        assertThat(sql.queryForObject("SELECT MAX(ATTEMPTS) FROM RTN_MAIL", Integer.class)).isEqualTo(1);
    }

    @Test
    @Order(4)
    void whatWaitsForItsNextAttemptIsNotOvertakenByALaterMailToTheSameRecipient() throws Exception {
        server.behave(Manner.REFUSE_FOR_NOW);
        node.ask("queue 4 1 " + A);
        server.awaitReached();
        node.ask("queue 2 1 late." + A);
        await().until(() -> sql.queryForObject("SELECT SUM(ATTEMPTS) FROM RTN_MAIL WHERE STATE = 'QUEUED'", Integer.class), sum -> sum >= 3);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_MAIL WHERE STATE = 'QUEUED' AND ATTEMPTS > 0", Integer.class))
            .as("only the first to each recipient is tried").isEqualTo(2);

        server.behave(Manner.ACCEPT);
        RealShop.awaitAllSent(sql);

        assertInOrder(taken(), 4, 1, A);
        assertInOrder(taken(), 2, 1, "late." + A);
    }

    @Test
    @Order(5)
    void aMailWhoseWorkWasLostHoldsUpNobody() {
        server.hangFor(SLOW);
        node.ask("queue 3 1 " + SLOW);
        try {
            await().until(() -> sql.queryForObject(
                "SELECT COUNT(*) FROM RTN_SCHEDULED_TASK WHERE TASK_NAME = 'rtn-mail' AND PICKED", Integer.class), picked -> picked >= 1);
            // As after a restore of some of the tables: the second is queued, and nothing is scheduled for it.
            sql.update("DELETE FROM RTN_SCHEDULED_TASK WHERE TASK_NAME = 'rtn-mail' AND TASK_INSTANCE ="
                + " (SELECT CAST(MAX(MAIL_ID) - 1 AS VARCHAR(20)) FROM RTN_MAIL WHERE STATE = 'QUEUED')");
        } finally {
            server.hangNoMore();
        }
        RealShop.awaitAllSent(sql);
        assertInOrder(taken(), 3, 1, SLOW);
    }

    @Test
    @Order(6)
    void twoNodesKeepTheOrderAndSendNothingTwice() {
        server.takePerMail(20);
        try (ShopNode other = ShopNode.start(database, false, server.port(), HEARTBEAT_SECONDS,
                List.of("-Xmx512m", "-Dreturns.mail.connections=" + CONNECTIONS)).awaitReady()) {
            int opened = server.opened();
            node.ask("queue 100 4 " + A);
            node.ask("queue 100 50 " + B);
            RealShop.awaitAllSent(sql);

            assertThat(taken()).extracting(Taken::messageId).doesNotHaveDuplicates().hasSize(200);
            assertInOrder(taken(), 100, 4, A);
            assertInOrder(taken(), 100, 50, B);
            assertThat(server.opened() - opened).as("the other node has sent some, too").isPositive();
        }
    }

    @Test
    @Order(7)
    void aKilledNodeRepeatsAtMostOneMailAConnection() {
        server.takePerMail(30);
        node.ask("queue 120 12 " + A);
        await().until(() -> taken().size() >= 40);
        node.kill();
        int atTheKill = taken().size();
        assertThat(atTheKill).isLessThan(120);

        node = ShopNode.start(database, false, server.port(), HEARTBEAT_SECONDS,
            List.of("-Xmx512m", "-Dreturns.mail.connections=" + CONNECTIONS)).awaitReady();
        RealShop.awaitAllSent(sql);

        List<Taken> all = taken();
        assertThat(all.size() - 120).as("repeated").isBetween(0, CONNECTIONS);
        // A repeated one comes right after itself.
        assertInOrder(new ArrayList<>(new LinkedHashSet<>(all)), 120, 12, A);
    }
}
