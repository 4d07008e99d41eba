package org.broadleafreturns.core.turn;

import static org.mockito.Mockito.mock;

import java.time.Duration;
import org.broadleafreturns.core.platform.RequestConnection;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.transaction.PlatformTransactionManager;

/** Turns for unit tests, without a database. */
public final class Turns {

    private Turns() {
    }

    public static OrderTurns of(ShopOrders orders) {
        return new OrderTurns(orders, mock(RequestConnection.class), mock(PlatformTransactionManager.class), 8, Duration.ofSeconds(20));
    }
}
