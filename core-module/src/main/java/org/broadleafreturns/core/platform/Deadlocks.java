package org.broadleafreturns.core.platform;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What becomes of a transaction that a database has given up so that others could go on. */
public final class Deadlocks {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlocks.class);

    /** So long the others have to go on: whoever comes back at once is before them again. In milliseconds. */
    private static final int SHORTEST_PAUSE = 100;
    private static final int LONGEST_PAUSE = 300;

    private Deadlocks() {
    }

    /**
     * Runs a transaction, and after a moment once more if the database gave it up to break a deadlock: nothing of it has happened
     * then.
     *
     * <p>Within a caller's transaction it runs once, since the caller's is the one that was given up.
     *
     * @param transaction begins it and ends it. It reads everything anew each time it runs: what it had read or made the first
     *     time belongs to no session any more, and a stream that it had read is at its end
     */
    public static <T> T triedTwice(Supplier<T> transaction) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return transaction.get();
        }
        try {
            return transaction.get();
        } catch (RuntimeException e) {
            if (DatabaseRefusal.of(e) != DatabaseRefusal.DEADLOCK) {
                throw e;
            }
            LOG.info("The database broke a deadlock, what it gave up is done once more: {}", e.toString());
            letOthersGoOn();
            return transaction.get();
        }
    }

    private static void letOthersGoOn() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE, LONGEST_PAUSE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
