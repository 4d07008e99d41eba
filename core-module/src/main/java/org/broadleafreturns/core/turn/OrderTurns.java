package org.broadleafreturns.core.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.platform.DatabaseRefusal;
import org.broadleafreturns.core.platform.Deadlocks;
import org.broadleafreturns.core.platform.OrderKey;
import org.broadleafreturns.core.platform.OrderState;
import org.broadleafreturns.core.platform.RequestConnection;
import org.broadleafreturns.core.platform.ShopOrders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the commands on one order one after the other, on all nodes, each in a transaction.
 *
 * <p>The order's lock is the first thing such a transaction reads. MariaDB goes on showing a transaction what was there at
 * its first read, so one that read something before it got the lock would not see what the command before it has written.
 * Locks are taken in one sequence: the customer's row, which what is stored for a customer refers to, then the order's, then
 * the rest. A command that the database gives up nevertheless, since somebody else takes them in another sequence, is given
 * once more.
 *
 * <p>Before that, commands on an order take turns within the node, without a connection to the database. Whoever waits in the
 * database holds one, and Hibernate may draw identifiers for the command that is under way on another: enough who wait would
 * take the last connection from the one they wait for. Fewer commands are under way at once than a pool has connections, so
 * that those on many orders cannot do that either.
 */
public class OrderTurns {

    private static final Logger LOG = LoggerFactory.getLogger(OrderTurns.class);

    private final ShopOrders orders;
    private final RequestConnection connection;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final Duration patience;
    private final Semaphore room;
    /** By the order's identifier, or by whatever else there are turns of. */
    private final ConcurrentMap<Object, Turn> turns = new ConcurrentHashMap<>();
    /** What the command of this thread has left to do after its turn; null while it has none. */
    private final ThreadLocal<List<Runnable>> afterwards = new ThreadLocal<>();

    /**
     * @param atOnce how many commands of this node are under way at once, less than half of what a pool has of connections
     * @param patience how long to wait for a turn within this node
     */
    OrderTurns(ShopOrders orders, RequestConnection connection, PlatformTransactionManager transactionManager, int atOnce,
            Duration patience) {
        if (atOnce < 1 || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("returns.turn.at-once and returns.turn.wait-seconds must be at least 1");
        }
        this.room = new Semaphore(atOnce, true);
        this.orders = orders;
        this.connection = connection;
        this.transaction = new TransactionTemplate(transactionManager);
        this.apart = new TransactionTemplate(transactionManager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.patience = patience;
    }

    /**
     * Joins the caller's transaction, if there is one; it must not have read anything that the command depends on, nor work on
     * a second order. Such a command does not wait for its turn: the caller may hold the order's row already, for which whoever
     * has the turn waits, and no database would see that the two wait for each other.
     *
     * @param orderId finds the order's identifier, in a transaction of its own
     * @param command what to do while the order is locked. It reads by queries for values what it decides on of the order and
     *     whatever else entities may have been read of before, and can be run a second time, see {@link Deadlocks#triedTwice}
     * @throws TryAgainLaterException if others have kept the order busy for too long, or the database takes no changes; nothing
     *     was done then
     */
    public <T> T run(Supplier<Long> orderId, Supplier<T> command) {
        return run(find(() -> Locks.of(orderId.get(), orders)), command);
    }

    /**
     * The same for an order whose customer is found with it.
     *
     * @param command as above; it is given the order's identifier
     */
    public <T> T runOn(Supplier<OrderKey> found, Function<Long, T> command) {
        Locks locks = find(() -> Locks.of(found.get()));
        return run(locks, () -> command.apply(locks.order()));
    }

    /** The same for an order that is known already. */
    public <T> T run(Long order, Supplier<T> command) {
        return run(() -> order, command);
    }

    /**
     * Runs what changes something that no order's turn is needed for, such as a draft: one after the other for the same thing within
     * the node, among as few at once as commands, each in a transaction. It locks the row itself, before it reads anything else.
     *
     * @param thing what others would change as well, with {@code equals}
     * @param command as above
     * @throws TryAgainLaterException as above
     */
    public <T> T runBeside(Object thing, Supplier<T> command) {
        return run(thing, Locks.NONE, command);
    }

    /**
     * Makes something ready for a command, such as the text of a mail: in a transaction of its own, before the turn and in nobody's
     * way. What the command decides on it reads in its turn.
     *
     * @return empty within a caller's transaction, whose first read the lock has to be
     */
    public <T> Optional<T> beforehand(Supplier<T> work) {
        return isJoining() ? Optional.empty() : Optional.ofNullable(transaction.execute(status -> work.get()));
    }

    /**
     * Does something after the turn of the command that is under way, if it commits: on the same thread, without a transaction or a
     * connection. What fails then is logged, since the command has succeeded. Left out where the command has joined a caller's
     * transaction, which may last.
     */
    public void afterwards(Runnable work) {
        List<Runnable> left = afterwards.get();
        if (left != null) {
            left.add(work);
        }
    }

    private <T> T run(Locks locks, Supplier<T> command) {
        return run(locks.order, locks, command);
    }

    private <T> T run(Object thing, Locks locks, Supplier<T> command) {
        if (isJoining()) {
            return runJoined(locks, command);
        }
        connection.giveBack();
        List<Runnable> left = new ArrayList<>();
        T result = runInTurn(thing, locks, () -> {
            // A command that is given once more begins anew.
            left.clear();
            afterwards.set(left);
            try {
                return command.get();
            } finally {
                afterwards.remove();
            }
        });
        doAfterwards(left);
        return result;
    }

    private <T> T runInTurn(Object thing, Locks locks, Supplier<T> command) {
        Turn turn = turns.compute(thing, (key, found) -> found == null ? new Turn() : found.shared());
        try {
            return inTurn(turn, () -> Deadlocks.triedTwice(() -> runLocked(locks, command)));
        } catch (RuntimeException e) {
            throw TryAgainLaterException.insteadOf(e);
        } finally {
            turns.compute(thing, (key, found) -> found.isLastGone() ? null : found);
        }
    }

    private void doAfterwards(List<Runnable> left) {
        if (!left.isEmpty()) {
            connection.giveBack();
        }
        for (Runnable work : left) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("What a command has left to do after its turn failed", e);
            }
        }
    }

    /** What the database gives up then is the caller's transaction, which only the caller can begin once more. */
    private <T> T runJoined(Locks locks, Supplier<T> command) {
        try {
            return runLocked(locks, command);
        } catch (RuntimeException e) {
            throw DatabaseRefusal.of(e) == DatabaseRefusal.DEADLOCK ? e : TryAgainLaterException.insteadOf(e);
        }
    }

    private static boolean isJoining() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    private <T> T inTurn(Turn turn, Supplier<T> command) {
        require(millis -> turn.lock.tryLock(millis, TimeUnit.MILLISECONDS));
        try {
            require(millis -> room.tryAcquire(millis, TimeUnit.MILLISECONDS));
            try {
                return command.get();
            } finally {
                room.release();
            }
        } finally {
            turn.lock.unlock();
        }
    }

    /**
     * In a transaction of its own, not the caller's, whose first read the lock has to be; except for what that transaction has
     * made itself, of which nobody else knows yet.
     */
    private Locks find(Supplier<Locks> search) {
        if (!isJoining()) {
            return transaction.execute(status -> search.get());
        }
        try {
            return apart.execute(status -> search.get());
        } catch (ReturnNotFoundException notCommitted) {
            return search.get();
        }
    }

    /**
     * What listens for the commit runs within it. One that fails then cannot undo the command, so the command has succeeded for
     * whoever gave it, and the failure is logged.
     */
    private <T> T runLocked(Locks locks, Supplier<T> command) {
        AtomicBoolean committed = new AtomicBoolean();
        AtomicReference<T> result = new AtomicReference<>();
        try {
            return transaction.execute(status -> {
                locks.take(orders);
                result.set(command.get());
                noteCommit(committed);
                return result.get();
            });
        } catch (RuntimeException e) {
            if (!committed.get()) {
                throw e;
            }
            LOG.error("What {} was to do is done, but something that was told so afterwards failed", locks, e);
            return result.get();
        }
    }

    private static void noteCommit(AtomicBoolean committed) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    committed.set(status == STATUS_COMMITTED);
                }
            });
        }
    }

    private void require(Wait wait) {
        boolean granted = false;
        try {
            granted = wait.isGrantedWithin(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!granted) {
            throw TryAgainLaterException.busy();
        }
    }

    private interface Wait {

        boolean isGrantedWithin(long millis) throws InterruptedException;
    }

    /**
     * The rows that a command locks. Whose an order is was looked up before; where that has changed since, no harm is done but
     * that the sequence is another one.
     */
    private record Locks(Long order, Long customer) {

        static final Locks NONE = new Locks(null, null);

        static Locks of(Long order, ShopOrders orders) {
            return new Locks(order, orders.stateOf(order).map(OrderState::customerId).orElse(null));
        }

        static Locks of(OrderKey key) {
            return new Locks(key.order(), key.customer());
        }

        void take(ShopOrders orders) {
            if (customer != null) {
                orders.lockCustomer(customer);
            }
            if (order != null) {
                orders.lock(order);
            }
        }

        @Override
        public String toString() {
            return order == null ? "something beside orders" : "a command on order " + order;
        }
    }

    /** Those who have or want a turn. It is forgotten when nobody does. */
    private static final class Turn {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int people = 1;

        Turn shared() {
            people++;
            return this;
        }

        boolean isLastGone() {
            return --people == 0;
        }
    }
}
