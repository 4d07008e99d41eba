package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Commands on an order that somebody else is at, seen from another connection to the database. Each is given in a web request
 * that has read the order and its returns before, as all pages do.
 */
@OwnShops
class OrderTurnIntegrationTests {

    private static final int HEARTBEAT_SECONDS = 10;
    /** Who makes the node's changes has no right to make them in a database that takes none. */
    private static final String PLAIN = "rtn_plain";

    private static final Map<TestDatabase.Server, Site> SITES = new EnumMap<>(TestDatabase.Server.class);
    private static ScriptedMailServer mails;

    private record Site(TestDatabase database, ShopNode node, JdbcTemplate sql) {

        String order() {
            return node.ask("order john@example.com 1=3 5=2");
        }

        String returned(String order) {
            return node.ask("send " + order + " " + node.ask("begin " + order + " 0 2"));
        }

        /** Locks rows in a transaction that is open until the connection is closed. */
        Connection holding(String rows, Object... arguments) throws SQLException {
            Connection connection = database.dataSource().getConnection();
            connection.setAutoCommit(false);
            if (database.server() == TestDatabase.Server.POSTGRESQL) {
                execute(connection, "SET deadlock_timeout = '1min'");
            } else {
                // The one that has changed more rows is not given up.
                execute(connection, "INSERT INTO RTN_TEST_WEIGHT SELECT SEQ FROM seq_1_to_2000");
            }
            execute(connection, rows.formatted(arguments) + " FOR UPDATE");
            return connection;
        }

        void awaitWaiting() {
            await().until(() -> sql.queryForObject(database.server() == TestDatabase.Server.POSTGRESQL
                ? "SELECT COUNT(*) FROM PG_STAT_ACTIVITY WHERE DATNAME = CURRENT_DATABASE() AND WAIT_EVENT_TYPE = 'Lock'"
                : "SELECT COUNT(*) FROM INFORMATION_SCHEMA.INNODB_TRX WHERE TRX_STATE = 'LOCK WAIT'", Integer.class) > 0);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static synchronized Site site(TestDatabase.Server server) {
        return SITES.computeIfAbsent(server, OrderTurnIntegrationTests::start);
    }

    private static Site start(TestDatabase.Server server) {
        if (mails == null) {
            mails = new ScriptedMailServer(ScriptedMailServer.Manner.ACCEPT);
        }
        TestDatabase database = RealShop.newDatabase(server);
        JdbcTemplate sql = new JdbcTemplate(database.dataSource());
        TestDatabase asNode = database;
        if (server == TestDatabase.Server.POSTGRESQL) {
            // Whoever has waited for so long looks whether there is a deadlock, and is the one that is given up.
            sql.execute("ALTER DATABASE " + name(database) + " SET deadlock_timeout = '3s'");
        }
        if (server == TestDatabase.Server.MARIADB) {
            sql.execute("CREATE OR REPLACE USER '" + PLAIN + "'@'127.0.0.1' IDENTIFIED BY '" + database.password() + "'");
            sql.execute("GRANT ALL ON " + name(database) + ".* TO '" + PLAIN + "'@'127.0.0.1'");
            sql.execute("CREATE TABLE RTN_TEST_WEIGHT (N INT)");
            asNode = new TestDatabase(server, database.url(), PLAIN, database.password());
        }
        ShopNode node = ShopNode.startStorefront(asNode, mails.port(), HEARTBEAT_SECONDS).awaitReady();
        return new Site(database, node, sql);
    }

    private static String name(TestDatabase database) {
        return database.url().replaceFirst(".*/", "");
    }

    @AfterAll
    static void close() {
        SITES.values().forEach(site -> site.node().close());
        SITES.clear();
        if (mails != null) {
            mails.close();
            mails = null;
        }
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void anOrderThatIsCancelledMeanwhileIsNotReturned(TestDatabase.Server server) throws SQLException {
        Site site = site(server);
        for (String command : List.of("send", "request", "create")) {
            String order = site.order();
            String told = switch (command) {
                case "send" -> "send " + order + " " + site.node().ask("begin " + order + " 0 1");
                default -> command + " " + order + " 0 1";
            };

            assertThat(whileLocked(site, order, told,
                "UPDATE BLC_ORDER SET ORDER_STATUS = 'CANCELLED' WHERE ORDER_NUMBER = '%s'", order))
                .isEqualTo("refused rtn.objection.order.cancelled");
            assertThat(returnsOf(site, order)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void whatTheOrderHasNoMoreIsNotReturned(TestDatabase.Server server) throws SQLException {
        Site site = site(server);
        for (String command : List.of("send", "request", "create")) {
            String order = site.order();
            String told = switch (command) {
                case "send" -> "send " + order + " " + site.node().ask("begin " + order + " 0 2");
                default -> command + " " + order + " 0 2";
            };

            assertThat(whileLocked(site, order, told, reduction(site, order, 1)))
                .isEqualTo("refused rtn.objection.quantity.tooMany");
            assertThat(site.node().ask("request " + order + " 0 1")).startsWith("R");
        }
        String order = site.order();
        assertThat(whileLocked(site, order, "request " + order + " 0 1", reduction(site, order, 0)))
            .isEqualTo("refused rtn.objection.line.removed");
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void whatTheOrderHasNoMoreIsNotAccepted(TestDatabase.Server server) throws SQLException {
        Site site = site(server);
        String order = site.order();
        String number = site.returned(order);
        String preview = site.node().ask("preview " + order + " " + number + " ACCEPTED");

        assertThat(whileLocked(site, order, "apply " + order + " " + preview, reduction(site, order, 1)))
            .isEqualTo("refused rtn.objection.accepted.reduced");
        assertThat(site.node().ask("preview " + order + " " + number + " ACCEPTED"))
            .isEqualTo("refused rtn.objection.accepted.reduced");
        // A preview looks at the order as it is when it is asked for, in nobody's way; applying it asks again, as above.
        site.sql().update(reduction(site, order, 2));
        assertThat(site.node().ask("preview " + order + " " + number + " ACCEPTED")).doesNotContain("refused");
        assertThat(site.node().ask("apply " + order + " " + site.node().ask("preview " + order + " " + number + " REFUSED")))
            .isEqualTo("done");
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void aReturnThatIsChangedMeanwhileIsNotChangedByWhoHasNotSeenIt(TestDatabase.Server server) throws SQLException {
        Site site = site(server);
        for (String command : List.of("withdraw", "preview", "apply")) {
            String order = site.order();
            String number = site.returned(order);
            String told = switch (command) {
                case "withdraw" -> "withdraw " + order + " " + number;
                case "preview" -> "preview " + order + " " + number + " ACCEPTED";
                default -> "apply " + order + " " + site.node().ask("preview " + order + " " + number + " ACCEPTED");
            };

            assertThat(whileLocked(site, order, told,
                "UPDATE RTN_REQUEST SET STATUS = 'RECEIVED', VERSION = VERSION + 1 WHERE RETURN_NUMBER = '%s'", number))
                .isEqualTo("stale");
        }
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void anOrderThatBecomesSomebodyElsesMeanwhileIsNotReturnedByWhoHadIt(TestDatabase.Server server) throws SQLException {
        Site site = site(server);
        String other = site.node().ask("customer ann@example.com");
        String change = "UPDATE BLC_ORDER SET CUSTOMER_ID = " + other + " WHERE ORDER_NUMBER = '%s'";

        String sent = site.order();
        String draft = site.node().ask("begin " + sent + " 0 1");
        assertThat(whileLocked(site, sent, "send " + sent + " " + draft, change, sent)).isEqualTo("not found");
        String created = site.order();
        assertThat(whileLocked(site, created, "create " + created + " 0 1", change, created))
            .isEqualTo("refused rtn.objection.order.changed");
        String asked = site.order();
        assertThat(whileLocked(site, asked, "request " + asked + " 0 1", change, asked)).isEqualTo("not found");
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void aDraftIsChangedWhileSomebodyIsAtItsOrder(TestDatabase.Server server) throws Exception {
        Site site = site(server);
        String order = site.order();
        String draft = site.node().ask("begin " + order + " 0 1");
        try (Connection other = site.holding("SELECT * FROM BLC_ORDER WHERE ORDER_NUMBER = '%s'", order)) {
            for (String command : List.of("change", "photo", "discard")) {
                site.node().tell(command + " " + order + " " + draft);
                assertThat(answer(site)).as(command).isIn(draft, "done");
            }
            other.rollback();
        }
        assertThat(site.sql().queryForObject("SELECT COUNT(*) FROM RTN_DOCUMENT WHERE UNATTACHED_SINCE IS NOT NULL"
            + " AND FILE_NAME = 'photo.png'", Integer.class))
            .as("files that wait to be thrown away").isZero();
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void aDraftThatIsChangedWhileItWaitsForItsTurnIsSentAsItIsThen(TestDatabase.Server server) throws Exception {
        Site site = site(server);
        String order = site.order();
        String draft = site.node().ask("begin " + order + " 0 1");
        assertThat(whileLocked(site, order, "send " + order + " " + draft,
            "UPDATE RTN_DRAFT SET CUSTOMER_COMMENT = 'Changed since', SAVED_AT = '2026-01-01 00:00:00' WHERE TOKEN = '%s'", draft)).startsWith("R");
        assertThat(site.sql().queryForObject("SELECT CUSTOMER_COMMENT FROM RTN_REQUEST WHERE ORDER_NUMBER = ?", String.class, order))
            .isEqualTo("Changed since");
    }

    /** The platform's customers, and the rows that all orders of a shop have in common. */
    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void noCommandWaitsForAnythingBesideItsOrder(TestDatabase.Server server) throws Exception {
        Site site = site(server);
        String order = site.order();
        String share = server == TestDatabase.Server.POSTGRESQL ? " FOR SHARE" : " LOCK IN SHARE MODE";
        try (Connection other = site.database().dataSource().getConnection()) {
            other.setAutoCommit(false);
            for (String table : List.of("BLC_CUSTOMER", "BLC_LOCALE", "BLC_CURRENCY")) {
                execute(other, "SELECT * FROM " + table + share);
            }
            site.node().tell("begin " + order + " 0 2");
            String draft = answer(site);
            site.node().tell("send " + order + " " + draft);
            String number = answer(site);
            site.node().tell("preview " + order + " " + number + " ACCEPTED");
            site.node().tell("apply " + order + " " + answer(site));
            assertThat(answer(site)).isEqualTo("done");
            other.rollback();
        }
    }

    /** The platform changes a customer and then one of their orders; what is stored for a customer refers to them. */
    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void theCustomerIsLockedBeforeTheOrder(TestDatabase.Server server) throws SQLException {
        Site site = site(server);
        for (String command : List.of("begin", "request", "create")) {
            String order = site.order();
            long before = deadlocks(site);
            try (Connection other = site.holding("SELECT * FROM BLC_CUSTOMER WHERE EMAIL_ADDRESS = 'john@example.com'")) {
                site.node().tell(command + " " + order + " 0 1");
                site.awaitWaiting();
                if (server == TestDatabase.Server.POSTGRESQL) {
                    execute(other, "SET lock_timeout = '300ms'");
                }
                execute(other, "UPDATE BLC_ORDER SET NAME = 'Changed' WHERE ORDER_NUMBER = '" + order + "'");
                other.commit();
            }
            assertThat(site.node().answer()).doesNotContain(" ");
            assertThat(deadlocks(site)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void whatTheDatabaseGivesUpIsDoneAllTheSame(TestDatabase.Server server) throws SQLException {
        Site site = site(server);
        String order = site.order();
        String item = "SELECT * FROM BLC_ORDER_ITEM WHERE ORDER_ITEM_ID = " + firstItem(site, order);
        String drafts = "SELECT * FROM RTN_DRAFT WHERE TOKEN = '%s'";
        String returns = "SELECT * FROM RTN_REQUEST WHERE RETURN_NUMBER = '%s'";

        assertThat(givenUp(site, order, item, "create " + order + " 0 1")).startsWith("R");
        String draft = site.node().ask("begin " + order + " 0 1");
        assertThat(givenUp(site, order, drafts.formatted(draft), "photo " + order + " " + draft)).isEqualTo("done");
        assertThat(givenUp(site, order, drafts.formatted(draft), "change " + order + " " + draft)).isEqualTo(draft);
        assertThat(givenUp(site, order, "SELECT * FROM RTN_DRAFT_PHOTO", "discard " + order + " " + draft)).isEqualTo("done");
        String sent = site.node().ask("begin " + order + " 0 1");
        String number = givenUp(site, order, drafts.formatted(sent), "send " + order + " " + sent);
        assertThat(number).startsWith("R");
        String label = givenUp(site, order, returns.formatted(number), "preview " + order + " " + number + " LABEL_SENT");
        assertThat(givenUp(site, order, returns.formatted(number), "apply " + order + " " + label)).isEqualTo("done");
        assertThat(site.sql().queryForList("SELECT FILE_NAME FROM RTN_DOCUMENT D"
            + " JOIN RTN_REQUEST R ON R.LABEL_ID = D.DOCUMENT_ID WHERE R.RETURN_NUMBER = '" + number + "' AND D.SIZE_BYTES > 0", String.class)).containsExactly("label.pdf");
        String unwanted = site.node().ask("request " + order + " 1 1");
        assertThat(givenUp(site, order, returns.formatted(unwanted), "withdraw " + order + " " + unwanted)).isEqualTo(unwanted);
        // Once each: the first try has left nothing behind.
        assertThat(site.sql().queryForList("SELECT COUNT(*) FROM RTN_JOURNAL_ENTRY J"
            + " JOIN RTN_REQUEST R ON R.REQUEST_ID = J.REQUEST_ID WHERE R.RETURN_NUMBER IN ('" + number + "', '" + unwanted + "') GROUP BY R.RETURN_NUMBER", Integer.class))
            .containsExactly(2, 2);
        assertThat(returnsOf(site, order)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void aDatabaseThatTakesNoChangesIsNotCalledBusy(TestDatabase.Server server) throws SQLException {
        Site site = site(server);
        String order = site.order();
        String draft = site.node().ask("begin " + order + " 0 1");
        String number = site.returned(order);
        RealShop.awaitAllSent(site.sql());
        takeChanges(site, false);
        try {
            for (String command : List.of("begin " + order + " 0 1", "change " + order + " " + draft,
                "photo " + order + " " + draft, "send " + order + " " + draft, "create " + order + " 0 1",
                "preview " + order + " " + number + " RECEIVED", "withdraw " + order + " " + number)) {
                // Its pool has connections that the database has closed.
                assertThat(await().until(() -> site.node().ask(command), answer -> !answer.startsWith("failed")))
                    .as(command).isEqualTo("refused rtn.objection.database.readOnly");
            }
        } finally {
            takeChanges(site, true);
        }
        assertThat(await().until(() -> site.node().ask("send " + order + " " + draft), answer -> !answer.startsWith("failed")))
            .startsWith("R");
    }

    private static void takeChanges(Site site, boolean changes) throws SQLException {
        if (site.database().server() == TestDatabase.Server.MARIADB) {
            site.sql().execute("SET GLOBAL read_only = " + (changes ? "OFF" : "ON"));
            return;
        }
        try (Connection own = site.database().dataSource().getConnection()) {
            execute(own, "SET default_transaction_read_only = off");
            execute(own, "ALTER DATABASE " + name(site.database()) + " SET default_transaction_read_only = "
                + (changes ? "off" : "on"));
            execute(own, "SELECT PG_TERMINATE_BACKEND(PID) FROM PG_STAT_ACTIVITY WHERE DATNAME = CURRENT_DATABASE()"
                + " AND PID <> PG_BACKEND_PID()");
        }
    }

    /** What a command comes to that waits for an order while somebody changes something. */
    private static String whileLocked(Site site, String order, String command, String change, Object... arguments)
            throws SQLException {
        try (Connection other = site.holding("SELECT * FROM BLC_ORDER WHERE ORDER_NUMBER = '%s'", order)) {
            site.node().tell(command);
            site.awaitWaiting();
            execute(other, change.formatted(arguments));
            other.commit();
        }
        return site.node().answer();
    }

    /** What a command comes to that has locked its order and waits for rows whose holder then wants the order. */
    private static String givenUp(Site site, String order, String rows, String command) throws SQLException {
        try (Connection other = site.holding(rows)) {
            site.node().tell(command);
            site.awaitWaiting();
            // Comes to an end only if the command is given up.
            execute(other, "SELECT * FROM BLC_ORDER WHERE ORDER_NUMBER = '" + order + "' FOR UPDATE");
            other.rollback();
        }
        return site.node().answer();
    }

    private static String answer(Site site) throws Exception {
        return CompletableFuture.supplyAsync(site.node()::answer)
            .get(Patience.FOR_ONE_THING.toSeconds(), TimeUnit.SECONDS);
    }

    private static String reduction(Site site, String order, int quantity) {
        return "UPDATE BLC_ORDER_ITEM SET QUANTITY = " + quantity + " WHERE ORDER_ITEM_ID = " + firstItem(site, order);
    }

    private static Long firstItem(Site site, String order) {
        return site.sql().queryForObject("SELECT MIN(ORDER_ITEM_ID) FROM BLC_ORDER_ITEM I"
            + " JOIN BLC_ORDER O ON O.ORDER_ID = I.ORDER_ID WHERE O.ORDER_NUMBER = '" + order + "'", Long.class);
    }

    private static int returnsOf(Site site, String order) {
        return site.sql().queryForObject("SELECT COUNT(*) FROM RTN_REQUEST WHERE ORDER_NUMBER = ?", Integer.class, order);
    }

    private static long deadlocks(Site site) {
        return RealShop.deadlocks(site.sql(), site.database().server());
    }
}
