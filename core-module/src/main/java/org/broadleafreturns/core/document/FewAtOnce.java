package org.broadleafreturns.core.document;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets few at once add rows. Hibernate draws identifiers over a second connection, so as many who add rows as there are
 * connections would each keep the last one from all others.
 */
final class FewAtOnce {

    /** With as many commands as there can be on orders, less than most pools have connections. */
    private static final int FEW = 4;

    private final Semaphore room = new Semaphore(FEW, true);

    /** Within a caller's transaction at once: whoever waits there has a connection already. */
    <T> T run(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
