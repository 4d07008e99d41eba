package org.broadleafreturns.core.kernel;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that many may want to add at the same moment, on any node, and of which there is to be one. */
public final class OnlyOnce {

    private static final Logger LOG = LoggerFactory.getLogger(OnlyOnce.class);

    private OnlyOnce() {
    }

    /**
     * Adds a row unless it is there, in a transaction. Which exception says that another one was faster nobody knows: within a
     * transaction of Broadleaf 3.1 it is Hibernate's own, and Spring does not translate it. So whoever fails looks again.
     *
     * @param there whether the row is there
     * @return whether it was added here
     * @throws RuntimeException if it could not be, and is not there
     */
    public static boolean add(TransactionTemplate transaction, BooleanSupplier there, Runnable adding) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean missing = !there.getAsBoolean();
                if (missing) {
                    adding.run();
                }
                return missing;
            }));
        } catch (RuntimeException e) {
            if (!Boolean.TRUE.equals(transaction.execute(status -> there.getAsBoolean()))) {
                throw e;
            }
            LOG.debug("Another one was faster", e);
            return false;
        }
    }
}
