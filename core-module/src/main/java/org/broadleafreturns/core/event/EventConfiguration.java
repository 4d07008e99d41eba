package org.broadleafreturns.core.event;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.waiting.WaitingSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;

/** Events that last, and their listeners. */
@Configuration
public class EventConfiguration {

    @Bean
    StoredEvents rtnStoredEvents(Repositories repositories) {
        return repositories.of(StoredEvents.class);
    }

    @Bean
    Deliveries rtnEventDeliveries(@Qualifier("webDS") DataSource dataSource) {
        return new Deliveries(dataSource);
    }

    @Bean
    EventDelivery rtnEventDelivery(StoredEvents events, Deliveries deliveries,
            @Value("${returns.events.first-retry-seconds:30}") long firstRetrySeconds, @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new EventDelivery(events, deliveries, Duration.ofSeconds(Math.max(1, firstRetrySeconds)), clock, transactionManager);
    }

    @Bean
    @DependsOn("rtnSchema")
    EventListeners rtnEventListeners(ObjectProvider<ReturnEventListener> listeners, Deliveries deliveries, EventDelivery delivery,
            @Qualifier("rtnClock") Clock clock, @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new EventListeners(listeners, deliveries, delivery, clock, transactionManager);
    }

    @Bean
    ReturnEvents rtnEvents(StoredEvents events, Deliveries deliveries, BackgroundTasks tasks) {
        return new ReturnEvents(events, deliveries, tasks);
    }

    @Bean
    @Order(200)
    WaitingSource rtnUntoldEvents(Deliveries deliveries) {
        return new UntoldEvents(deliveries);
    }

    @Bean
    @Order(210)
    WaitingSource rtnRefusedEvents(Deliveries deliveries) {
        return new RefusedEvents(deliveries);
    }
}
