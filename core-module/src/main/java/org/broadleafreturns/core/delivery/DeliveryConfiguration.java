package org.broadleafreturns.core.delivery;

import java.time.Clock;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/** When things were delivered. */
@Configuration
class DeliveryConfiguration {

    @Bean
    Deliveries rtnDeliveries(Repositories repositories) {
        return repositories.of(Deliveries.class);
    }

    @Bean
    DeliveryService rtnDeliveryService(Deliveries deliveries, ReturnsSettings settings,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory, @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new DeliveryService(deliveries, settings,
            SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory), clock, transactionManager);
    }

    @Bean
    StatusListener rtnFulfillmentStatusListener(@Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory,
            @Qualifier("rtnClock") Clock clock) {
        StatusListener listener = new StatusListener(clock);
        EventListenerRegistry listeners = listenersOf(entityManagerFactory);
        listeners.appendListeners(EventType.POST_INSERT, listener);
        listeners.appendListeners(EventType.POST_UPDATE, listener);
        return listener;
    }

    private static EventListenerRegistry listenersOf(EntityManagerFactory factory) {
        EntityManager entityManager = factory.createEntityManager();
        try {
            SessionFactoryImplementor sessions =
                (SessionFactoryImplementor) entityManager.unwrap(Session.class).getSessionFactory();
            return sessions.getServiceRegistry().getService(EventListenerRegistry.class);
        } finally {
            entityManager.close();
        }
    }
}
