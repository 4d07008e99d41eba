package org.broadleafreturns.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.PessimisticLockException;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.platform.OrderState;
import org.broadleafreturns.core.platform.RequestConnection;
import org.broadleafreturns.core.platform.ShopOrders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class OrderTurnsUnitTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ShopOrders orders = mock(ShopOrders.class);
    private final RequestConnection connection = mock(RequestConnection.class);
    private final CountingTransactions transactions = new CountingTransactions();
    private final ExecutorService people = Executors.newCachedThreadPool();

    @AfterEach
    void goHome() {
        people.shutdownNow();
    }

    @Test
    void whoeverWaitsForTheSameOrderHasNoTransactionOpen() {
        OrderTurns commands = commands(LONG);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger mostUnderWay = new AtomicInteger();
        doAnswer(lock -> mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max)).when(orders).lock(11L);
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            done.add(people.submit(() -> commands.run(() -> 11L, underWay::decrementAndGet)));
        }
        for (Future<Integer> person : done) {
            assertThat(person).succeedsWithin(LONG).isEqualTo(0);
        }

        assertThat(mostUnderWay).hasValue(1);
    }

    @Test
    void whatIsBesideOrdersKeepsNoOrderWaitingAndOnlyThoseWhoWantTheSame() throws Exception {
        OrderTurns commands = commands(SHORT);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<String> first = people.submit(() -> commands.runBeside("draft 5", () -> {
            begun.countDown();
            awaited(goOn);
            return "first";
        }));
        assertThat(begun.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(commands.run(() -> 11L, () -> "command")).isEqualTo("command");
        assertThat(commands.runBeside("draft 6", () -> "other")).isEqualTo("other");
        assertThatExceptionOfType(TryAgainLaterException.class)
            .isThrownBy(() -> commands.runBeside("draft 5", () -> "second"));
        goOn.countDown();

        assertThat(first).succeedsWithin(LONG).isEqualTo("first");
        verify(orders).lock(11L);
    }

    @Test
    void whereAnotherNodeKeepsTheOrderForTooLongNothingIsDone() {
        doThrow(failure("55P03", 0)).when(orders).lock(11L);
        AtomicInteger done = new AtomicInteger();

        assertThatExceptionOfType(ReturnRefusedException.class)
            .isThrownBy(() -> commands(LONG).run(() -> 11L, done::incrementAndGet))
            .satisfies(refused -> assertThat(refused.objections()).extracting(Objection::code).containsExactly("rtn.objection.order.busy"));
        assertThat(done).hasValue(0);
        assertThat(transactions.open).hasValue(0);
    }

    @Test
    void aDatabaseThatTakesNoChangesIsNotCalledBusy() {
        AtomicInteger done = new AtomicInteger();

        assertThatExceptionOfType(TryAgainLaterException.class).isThrownBy(() -> commands(LONG).run(() -> 11L, () -> {
            done.incrementAndGet();
            throw failure("25006", 0);
        })).satisfies(refused ->
            assertThat(refused.objections()).containsExactly(Objection.general("rtn.objection.database.readOnly")));
        assertThat(done).hasValue(1);
        assertThat(transactions.open).hasValue(0);
    }

    @Test
    void whatTheDatabaseGivesUpToBreakADeadlockIsDoneOnceMore() {
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        doAnswer(lock -> begun.incrementAndGet()).when(orders).lock(11L);

        Integer done = commands(LONG).run(() -> 11L, () -> {
            if (tries.incrementAndGet() == 1) {
                throw failure("40P01", 0);
            }
            return tries.get();
        });

        assertThat(done).isEqualTo(2);
        assertThat(begun).hasValue(2);
        assertThat(transactions.open).hasValue(0);
    }

    @Test
    void whereThatHappensAgainTheOrderIsBusy() {
        AtomicInteger tries = new AtomicInteger();

        assertThatExceptionOfType(TryAgainLaterException.class).isThrownBy(() -> commands(LONG).run(() -> 11L, () -> {
            tries.incrementAndGet();
            throw failure("HY000", 1213);
        })).satisfies(refused -> assertThat(refused.objections()).containsExactly(Objection.general("rtn.objection.order.busy")));
        assertThat(tries).hasValue(2);
    }

    @Test
    void noOtherFailureIsHiddenOrTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        RuntimeException failure = failure("23505", 0);

        assertThatThrownBy(() -> commands(LONG).run(() -> 11L, () -> {
            tries.incrementAndGet();
            throw failure;
        })).isSameAs(failure);
        assertThat(tries).hasValue(1);
    }

    /** The caller's transaction is the one that was given up. */
    @Test
    void aCommandInACallersTransactionIsNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        RuntimeException deadlock = failure("40001", 0);

        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> commands(LONG).run(() -> 11L, () -> {
            tries.incrementAndGet();
            throw deadlock;
        }))).isSameAs(deadlock);
        assertThat(tries).hasValue(1);
    }

    @Test
    void locksTheCustomerAndThenTheOrder() {
        when(orders.stateOf(11L)).thenReturn(Optional.of(new OrderState(OrderStatus.SUBMITTED, null, 5L)));

        commands(LONG).run(() -> 11L, () -> 1);

        InOrder sequence = inOrder(orders);
        sequence.verify(orders).lockCustomer(5L);
        sequence.verify(orders).lock(11L);
    }

    @Test
    void whoWaitsForOneOrderKeepsNobodyFromAnother() {
        OrderTurns commands = commands(LONG);
        CountDownLatch over = somebodyIsAtTheOrder(commands);
        Future<Integer> waits = people.submit(() -> commands.run(() -> 11L, () -> 1));

        for (long other = 1; other <= 8; other++) {
            long order = 11L + other;
            assertThat(people.submit(() -> commands.run(() -> order, () -> 1))).succeedsWithin(LONG).isEqualTo(1);
        }
        assertThat(waits).isNotDone();
        over.countDown();
        assertThat(waits).succeedsWithin(LONG);
    }

    @Test
    void anOrderIsRememberedOnlyWhileSomebodyIsAtIt() {
        OrderTurns commands = commands(SHORT);
        Map<?, ?> turns = (Map<?, ?>) ReflectionTestUtils.getField(commands, "turns");
        commands.run(() -> 10L, () -> 1);
        assertThat(turns).isEmpty();

        CountDownLatch over = somebodyIsAtTheOrder(commands);
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> commands.run(() -> 11L, () -> 1));
        assertThat(turns).hasSize(1);
        over.countDown();
    }

    @Test
    void onlySoManyCommandsAreUnderWayAtOnceHoweverManyOrdersThereAre() {
        OrderTurns commands = commands(SHORT);
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch underWay = new CountDownLatch(8);
        for (long order = 0; order < 8; order++) {
            long own = order;
            people.submit(() -> commands.run(() -> own, () -> {
                underWay.countDown();
                return awaited(over);
            }));
        }
        assertThat(awaited(underWay)).isTrue();

        assertThat(transactions.open).hasValue(8);
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> commands.run(() -> 8L, () -> true));
        assertThat(transactions.open).hasValue(8);
        over.countDown();
    }

    @Test
    void whoeverWaitsTooLongIsToldSoAndNothingIsDone() {
        OrderTurns commands = commands(SHORT);
        CountDownLatch over = somebodyIsAtTheOrder(commands);
        AtomicInteger done = new AtomicInteger();

        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> commands.run(() -> 11L, done::incrementAndGet))
            .satisfies(refused -> assertThat(refused.objections()).containsExactly(Objection.general("rtn.objection.order.busy")));
        assertThat(done).hasValue(0);
        over.countDown();
        assertThat(commands(LONG).run(() -> 11L, done::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void aCommandThatFailsGivesItsTurnBack() {
        OrderTurns commands = commands(SHORT);

        assertThatExceptionOfType(ReturnNotFoundException.class).isThrownBy(() -> commands.run(() -> 11L, () -> {
            throw new ReturnNotFoundException();
        }));
        Future<Integer> next = people.submit(() -> commands.run(() -> 11L, () -> 1));
        assertThat(next).succeedsWithin(LONG).isEqualTo(1);
    }

    @Test
    void theRequestsConnectionIsGivenBackBeforeTheOrderIsLocked() {
        commands(LONG).run(() -> 11L, () -> 1);

        InOrder sequence = inOrder(connection, orders);
        sequence.verify(connection).giveBack();
        sequence.verify(orders).lock(11L);
    }

    @Test
    void aCommandInACallersTransactionDoesNotWaitForThoseWhoMayWaitForTheCaller() {
        OrderTurns commands = commands(SHORT);
        CountDownLatch over = somebodyIsAtTheOrder(commands);

        Integer done = new TransactionTemplate(transactions).execute(status -> commands.run(() -> 11L, () -> 1));

        assertThat(done).isEqualTo(1);
        over.countDown();
    }

    /** MariaDB would go on showing the caller's transaction what was there when the order was looked up. */
    @Test
    void theLockIsTheFirstThingThatACallersTransactionReads() {
        AtomicInteger openAtLookUp = new AtomicInteger();
        AtomicInteger openAtLock = new AtomicInteger();
        doAnswer(lock -> openAtLock.addAndGet(transactions.open.get())).when(orders).lock(11L);

        new TransactionTemplate(transactions).executeWithoutResult(status -> commands(LONG).run(() -> {
            openAtLookUp.set(transactions.open.get());
            return 11L;
        }, () -> 1));

        assertThat(openAtLookUp).hasValue(2);
        assertThat(openAtLock).hasValue(1);
    }

    @Test
    void whatTheCallersTransactionHasMadeItselfIsFoundInIt() {
        Integer done = new TransactionTemplate(transactions).execute(status -> commands(LONG).run(() -> {
            if (transactions.open.get() == 2) {
                throw new ReturnNotFoundException();
            }
            return 11L;
        }, () -> 1));

        assertThat(done).isEqualTo(1);
    }

    /** @return ends that command */
    private CountDownLatch somebodyIsAtTheOrder(OrderTurns commands) {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        people.submit(() -> commands.run(() -> 11L, () -> {
            underWay.countDown();
            return awaited(over);
        }));
        assertThat(awaited(underWay)).isTrue();
        return over;
    }

    private OrderTurns commands(Duration patience) {
        return new OrderTurns(orders, connection, transactions, 8, patience);
    }

    /** As it comes out of a persistence provider. */
    private static RuntimeException failure(String state, int number) {
        return new PessimisticLockException("could not obtain pessimistic lock", new SQLException("", state, number));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Transactions that only know how many of them there are. */
    private static final class CountingTransactions extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        final transient AtomicInteger open = new AtomicInteger();
        private final transient ThreadLocal<Boolean> mine = ThreadLocal.withInitial(() -> false);

        @Override
        protected Object doGetTransaction() {
            return mine;
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return mine.get();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            mine.set(true);
            open.incrementAndGet();
        }

        @Override
        protected Object doSuspend(Object transaction) {
            mine.set(false);
            return transaction;
        }

        @Override
        protected void doResume(Object transaction, Object suspended) {
            mine.set(true);
        }

        @Override
        protected void doSetRollbackOnly(DefaultTransactionStatus status) {
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            end();
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            end();
        }

        private void end() {
            mine.set(false);
            open.decrementAndGet();
        }
    }
}
