package org.broadleafreturns.core.request;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.persistence.LockTimeoutException;
import javax.persistence.PessimisticLockException;
import org.broadleafreturns.core.platform.RequestConnection;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.Objection;
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
 *
 * <p>Before that, commands on an order take turns within the node, without a connection to the database. Whoever waits in the
 * database holds one, and Hibernate may draw identifiers for the command that is under way on another: enough who wait would
 * take the last connection from the one they wait for. Fewer commands are under way at once than a pool has connections, so
 * that those on many orders cannot do that either.
 */
public class OrderCommands {

    private static final Logger LOG = LoggerFactory.getLogger(OrderCommands.class);

    /** Commands under way at once. Less than half of most pools. */
    private static final int AT_ONCE = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ShopOrders orders;
    private final RequestConnection connection;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final Duration patience;
    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final ConcurrentMap<Long, Turn> turns = new ConcurrentHashMap<>();

    OrderCommands(ShopOrders orders, RequestConnection connection, PlatformTransactionManager transactionManager) {
        this(orders, connection, transactionManager, PATIENCE);
    }

    /** @param patience how long to wait for a turn within this node */
    OrderCommands(ShopOrders orders, RequestConnection connection, PlatformTransactionManager transactionManager,
            Duration patience) {
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
     * @param command what to do while the order is locked
     * @throws ReturnRefusedException if others have kept the order busy for too long; nothing was done then
     */
    public <T> T run(Supplier<Long> orderId, Supplier<T> command) {
        return run(isJoining() ? findApart(orderId) : transaction.execute(status -> orderId.get()), command);
    }

    /** The same for an order that is known already. */
    public <T> T run(Long order, Supplier<T> command) {
        if (isJoining()) {
            return runLocked(order, command);
        }
        connection.giveBack();
        Turn turn = turns.compute(order, (id, found) -> found == null ? new Turn() : found.shared());
        try {
            return inTurn(turn, () -> runLocked(order, command));
        } finally {
            turns.compute(order, (id, found) -> found.isLastGone() ? null : found);
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
     * Not in the caller's transaction, whose first read the lock has to be; except for what that transaction has made itself, of
     * which nobody else knows yet.
     */
    private Long findApart(Supplier<Long> orderId) {
        try {
            return apart.execute(status -> orderId.get());
        } catch (ReturnNotFoundException notCommitted) {
            return orderId.get();
        }
    }

    /**
     * What listens for the commit runs within it. One that fails then cannot undo the command, so the command has succeeded for
     * whoever gave it, and the failure is logged.
     */
    private <T> T runLocked(Long order, Supplier<T> command) {
        AtomicBoolean committed = new AtomicBoolean();
        AtomicReference<T> result = new AtomicReference<>();
        try {
            return transaction.execute(status -> {
                lock(order);
                result.set(command.get());
                noteCommit(committed);
                return result.get();
            });
        } catch (RuntimeException e) {
            if (!committed.get()) {
                throw e;
            }
            LOG.error("A return of order {} has changed, but something that was told so afterwards failed", order, e);
            return result.get();
        }
    }

    private void lock(Long order) {
        try {
            orders.lock(order);
        } catch (PessimisticLockException | LockTimeoutException busy) {
            // Some databases wait for another node for so long only.
            LOG.warn("Order {} was busy for too long", order, busy);
            throw busy();
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
            throw busy();
        }
    }

    private static ReturnRefusedException busy() {
        return new ReturnRefusedException(List.of(Objection.general("rtn.objection.order.busy")));
    }

    private interface Wait {

        boolean isGrantedWithin(long millis) throws InterruptedException;
    }

    /** Those who have or want the turn of one order. It is forgotten when nobody does. */
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
