package org.broadleafreturns.core.request;

import java.util.function.Supplier;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the commands on one order one after the other, on all nodes, each in a transaction.
 *
 * <p>The order's lock is the first thing such a transaction reads. MariaDB goes on showing a transaction what was there at
 * its first read, so one that read something before it got the lock would not see what the command before it has written.
 */
class OrderCommands {

    private final ShopOrders orders;
    private final TransactionTemplate transaction;

    OrderCommands(ShopOrders orders, PlatformTransactionManager transactionManager) {
        this.orders = orders;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Joins the caller's transaction, if there is one; it must not have read anything that the command depends on.
     *
     * @param orderId finds the order's identifier, in a transaction of its own
     * @param command what to do while the order is locked
     */
    <T> T run(Supplier<Long> orderId, Supplier<T> command) {
        Long order = transaction.execute(status -> orderId.get());
        return transaction.execute(status -> {
            orders.lock(order);
            return command.get();
        });
    }
}
