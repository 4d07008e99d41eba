package org.broadleafreturns.core.turn;

import java.time.Duration;
import javax.persistence.EntityManagerFactory;
import org.broadleafreturns.core.platform.RequestConnection;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Beside the turns. */
@Configuration
class TurnConfiguration {

    @Bean
    OrderTurns rtnOrderTurns(ShopOrders orders,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager,
            @Value("${returns.turn.at-once:8}") int atOnce, @Value("${returns.turn.wait-seconds:20}") long waitSeconds) {
        return new OrderTurns(orders, new RequestConnection(entityManagerFactory), transactionManager, atOnce,
            Duration.ofSeconds(waitSeconds));
    }
}
