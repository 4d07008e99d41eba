package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.broadleafreturns.core.event.ReturnEvent;
import org.broadleafreturns.core.event.ReturnEventListener;
import org.broadleafreturns.core.event.TroubledDelivery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What listeners hear of events that were stored, on one node and on several. */
class EventsIntegrationTests {

    private static final Map<TestDatabase.Server, TestDatabase> DATABASES = new EnumMap<>(TestDatabase.Server.class);
    private static final AtomicLong RETURNS = new AtomicLong();
    private static final AtomicInteger NAMES = new AtomicInteger();

    /** Hears all, but for what a test lets it refuse. */
    private static class Hearing implements ReturnEventListener {

        final String name = "listener-" + NAMES.incrementAndGet();
        final List<String> told = new CopyOnWriteArrayList<>();
        final List<String> faults = new CopyOnWriteArrayList<>();
        /** How often an event is still refused, by return and number. */
        final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();
        private final AtomicInteger within = new AtomicInteger();

        @Override
        public String name() {
            return name;
        }

        @Override
        public void on(ReturnEvent event) throws Exception {
            if (within.incrementAndGet() > 1) {
                faults.add("two at once");
            }
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                faults.add("in a transaction");
            }
            try {
                hear(event);
            } finally {
                within.decrementAndGet();
            }
        }

        void hear(ReturnEvent event) throws Exception {
            String what = event.getReturnId() + "/" + event.getNumber();
            AtomicInteger left = refused.get(what);
            if (left != null && left.getAndDecrement() > 0) {
                throw new IllegalStateException("The stock cannot be reached\u0000");
            }
            told.add(what);
        }

        List<String> of(long request) {
            return told.stream().filter(what -> what.startsWith(request + "/")).toList();
        }

        void awaitTold(long request, int... numbers) {
            List<String> expected = IntStream.of(numbers).mapToObj(number -> request + "/" + number).toList();
            await().untilAsserted(() -> assertThat(of(request)).isEqualTo(expected));
        }
    }

    private static synchronized TestDatabase database(TestDatabase.Server server) {
        return DATABASES.computeIfAbsent(server, first -> {
            TestDatabase database = first.newDatabase();
            SchemaIntegrationTests.createPlatform(new JdbcTemplate(database.dataSource()));
            EventNode.start(database).close();
            JdbcTemplate sql = new JdbcTemplate(database.dataSource());
            sql.update("INSERT INTO BLC_ORDER VALUES (1)");
            sql.update("INSERT INTO BLC_CUSTOMER VALUES (7)");
            return database;
        });
    }

    @AfterAll
    static void forget() {
        DATABASES.clear();
    }

    private static long newReturn(TestDatabase database) {
        long request = RETURNS.incrementAndGet();
        new JdbcTemplate(database.dataSource()).update("INSERT INTO RTN_REQUEST (REQUEST_ID, RETURN_NUMBER, ORDER_NUMBER, STATUS,"
            + " SUBMITTED_AT, ARTICLE_COUNT, ORDER_ID, CUSTOMER_ID, REFUND_TYPE, LANGUAGE_TAG, STATUS_CHANGED_AT, VERSION)"
            + " VALUES (?, ?, 'O1', 'REQUESTED', CURRENT_TIMESTAMP, 1, 1, 7, 'OTHER', 'en', CURRENT_TIMESTAMP, 0)", request, "R" + request);
        return request;
    }

    private static int undelivered(TestDatabase database, Hearing listener) {
        return new JdbcTemplate(database.dataSource()).queryForObject(
            "SELECT COUNT(*) FROM RTN_EVENT_DELIVERY WHERE LISTENER_NAME = ?", Integer.class, listener.name);
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"H2", "POSTGRESQL", "MARIADB"})
    void eachReturnIsToldInItsOrderAlthoughFirstAttemptsFailAndHoldsBackNoOther(TestDatabase.Server server) {
        TestDatabase database = database(server);
        Hearing listener = new Hearing();
        long failing = newReturn(database);
        long other = newReturn(database);
        listener.refused.put(failing + "/1", new AtomicInteger(Integer.MAX_VALUE));
        try (EventNode node = EventNode.start(database, listener)) {
            node.happen(failing, 1, 2);
            node.happen(other, 1);
            node.happen(failing, 3);
            node.happen(other, 2, 3);

            listener.awaitTold(other, 1, 2, 3);
            assertThat(listener.of(failing)).isEmpty();
            listener.refused.clear();
            listener.awaitTold(failing, 1, 2, 3);
            await().until(() -> undelivered(database, listener) == 0);
        }
        assertThat(listener.faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"H2", "POSTGRESQL", "MARIADB"})
    void onlyWhatWasCommittedIsToldAlsoWhereALowerIdentifierComesLate(TestDatabase.Server server) {
        TestDatabase database = database(server);
        Hearing listener = new Hearing();
        long late = newReturn(database);
        long early = newReturn(database);
        long never = newReturn(database);
        try (EventNode node = EventNode.start(database, listener)) {
            assertThatThrownBy(() -> node.inTransaction(() -> {
                node.store(never, 1);
                throw new IllegalStateException("The shop does not want this");
            })).hasMessageContaining("does not want");
            assertThatThrownBy(() -> node.store(never, 1)).isInstanceOf(IllegalTransactionStateException.class);

            node.inTransaction(() -> {
                node.store(late, 1);
                node.inTransaction(() -> node.store(early, 1));
                listener.awaitTold(early, 1);
                assertThat(listener.of(late)).isEmpty();
            });
            listener.awaitTold(late, 1);
            assertThat(listener.told).containsExactly(early + "/1", late + "/1");
        }
        JdbcTemplate sql = new JdbcTemplate(database.dataSource());
        assertThat(sql.queryForObject("SELECT EVENT_ID FROM RTN_EVENT WHERE REQUEST_ID = ?", Long.class, late))
            .isLessThan(sql.queryForObject("SELECT EVENT_ID FROM RTN_EVENT WHERE REQUEST_ID = ?", Long.class, early));
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_EVENT WHERE REQUEST_ID = ?", Integer.class, never)).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"H2", "POSTGRESQL", "MARIADB"})
    void aListenerHearsWhatHappensAfterItsFirstStartAlsoWhileItIsAway(TestDatabase.Server server) {
        TestDatabase database = database(server);
        Hearing listener = new Hearing();
        long request = newReturn(database);
        try (EventNode without = EventNode.start(database)) {
            without.happen(request, 1);
            EventNode.start(database, listener).close();
            without.happen(request, 2, 3);
            assertThat(listener.told).isEmpty();

            try (EventNode node = EventNode.start(database, listener)) {
                listener.awaitTold(request, 2, 3);
                without.happen(request, 4);
                listener.awaitTold(request, 2, 3, 4);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"H2", "POSTGRESQL", "MARIADB"})
    void ofTwoNodesOneTellsAtATimeAndTheOtherGoesOnAfterIt(TestDatabase.Server server) throws Exception {
        TestDatabase database = database(server);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Hearing listener = new Hearing() {
            @Override
            void hear(ReturnEvent event) throws Exception {
                reached.countDown();
                go.await();
                super.hear(event);
            }
        };
        long first = newReturn(database);
        long second = newReturn(database);
        try (EventNode node = EventNode.start(database, listener)) {
            try (EventNode other = EventNode.start(database, listener)) {
                node.happen(first, 1, 2);
                reached.await();
                other.happen(second, 1, 2);
                go.countDown();
                listener.awaitTold(first, 1, 2);
                listener.awaitTold(second, 1, 2);
            }
            node.happen(first, 3);
            listener.awaitTold(first, 1, 2, 3);
        }
        assertThat(listener.faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"H2", "POSTGRESQL", "MARIADB"})
    void whatIsRefusedTenTimesIsShownAndTriedOnAndForgottenWithItsCustomer(TestDatabase.Server server) {
        TestDatabase database = database(server);
        JdbcTemplate sql = new JdbcTemplate(database.dataSource());
        Hearing listener = new Hearing();
        long request = newReturn(database);
        listener.refused.put(request + "/1", new AtomicInteger(2));
        try (EventNode node = EventNode.start(database, listener)) {
            node.inTransaction(() -> {
                node.store(request, 1);
                // As if it had been refused nine times before.
                node.sql().update("UPDATE RTN_EVENT_DELIVERY SET ATTEMPTS = 9 WHERE LISTENER_NAME = ?", listener.name);
            });
            await().until(() -> !node.events().troubled(1).isEmpty());
            TroubledDelivery troubled = node.events().troubled(5).get(0);
            assertThat(troubled).isEqualTo(new TroubledDelivery(listener.name, "R" + request, 1, "test.happened", troubled.happenedAt(), 10,
                troubled.nextAttempt(), "java.lang.IllegalStateException", "The stock cannot be reached\uFFFD"));

            node.inTransaction(() -> node.events().forget(List.of(request)));
            assertThat(node.events().troubled(5)).extracting(TroubledDelivery::message).containsOnlyNulls();
            assertThat(sql.queryForList("SELECT ACTOR_ID FROM RTN_EVENT WHERE REQUEST_ID = ?", Long.class, request)).containsOnlyNulls();
            sql.update("UPDATE RTN_EVENT_DELIVERY SET DUE_AT = 0");
            await().until(() -> node.events().troubled(1).stream().anyMatch(still -> still.attempts() == 11));
            sql.update("UPDATE RTN_EVENT_DELIVERY SET DUE_AT = 0");
            listener.awaitTold(request, 1);
            await().until(() -> node.events().troubled(1).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"H2"})
    void twoListenersOfOneNameRefuseTheStart(TestDatabase.Server server) {
        Hearing listener = new Hearing();

        assertThatThrownBy(() -> EventNode.start(database(server), listener, listener))
            .hasMessageContaining("Two return event listeners are called '" + listener.name + "'");
    }
}
