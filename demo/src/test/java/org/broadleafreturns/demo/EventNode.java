package org.broadleafreturns.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.broadleafreturns.core.background.LaterTasks;
import org.broadleafreturns.core.event.ChangedReturn;
import org.broadleafreturns.core.event.EventConfiguration;
import org.broadleafreturns.core.event.NewReturnEvent;
import org.broadleafreturns.core.event.ReturnEvent;
import org.broadleafreturns.core.event.ReturnEventListener;
import org.broadleafreturns.core.event.ReturnEvents;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.schema.SchemaConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** As much of an application as events need, so that several of them start in seconds: the module's beans, without a shop. */
final class EventNode implements AutoCloseable {

    private static final String HIBERNATE_4 = "org.broadleafreturns.host.Hibernate4JpaVendorAdapter";
    private static final String HIBERNATE_6 = "org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private EventNode(TestDatabase database, List<ReturnEventListener> listeners) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of(
            "returns.events.first-retry-seconds", "1")));
        context.registerBean(TestDatabase.class, () -> database);
        context.registerBean("webDS", DataSource.class, database::dataSource);
        for (int i = 0; i < listeners.size(); i++) {
            ReturnEventListener listener = listeners.get(i);
            context.registerBean("listener" + i, ReturnEventListener.class, () -> {
                // As one that calls the modules itself.
                context.getBean(ReturnEvents.class);
                return listener;
            });
        }
        context.register(Beans.class);
    }

    static EventNode start(TestDatabase database, ReturnEventListener... listeners) {
        EventNode node = new EventNode(database, List.of(listeners));
        try {
            node.context.refresh();
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    ReturnEvents events() {
        return context.getBean(ReturnEvents.class);
    }

    /** Takes part in transactions of the node. */
    JdbcTemplate sql() {
        return new JdbcTemplate(context.getBean("webDS", DataSource.class));
    }

    /** In a transaction of its own, whichever runs already. */
    void inTransaction(Runnable work) {
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> work.run());
    }

    /** Stores an event in the running transaction. */
    void store(long request, int number) {
        events().store(new NewReturnEvent(new ChangedReturn(request, "R" + request, 1L, number), number, "test.happened", Instant.now(),
            Actor.customer(7L, "John Miller"), null, Map.of("number", Integer.toString(number))));
    }

    /** Stores events in a transaction each. */
    void happen(long request, int... numbers) {
        for (int number : numbers) {
            inTransaction(() -> store(request, number));
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration
    @EnableTransactionManagement
    @Import({SchemaConfiguration.class, EventConfiguration.class})
    static class Beans {

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(TestDatabase database, @Qualifier("webDS") DataSource dataSource)
                throws ReflectiveOperationException {
            LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
            factory.setPersistenceUnitName("blPU");
            factory.setDataSource(dataSource);
            factory.setPackagesToScan(ReturnEvent.class.getPackageName());
            Properties properties = new Properties();
            String adapter = HIBERNATE_6;
            if (ClassUtils.isPresent(HIBERNATE_4, null)) {
                adapter = HIBERNATE_4;
                properties.put("hibernate.id.new_generator_mappings", "true");
                properties.put("hibernate.dialect", database.server() == TestDatabase.Server.H2 ? "org.hibernate.dialect.H2Dialect"
                    : RealShop.properties(database.server()).get("blPU.hibernate.dialect"));
            }
            factory.setJpaProperties(properties);
            factory.setJpaVendorAdapter((JpaVendorAdapter) Class.forName(adapter).getConstructor().newInstance());
            return factory;
        }

        @Bean
        PlatformTransactionManager blTransactionManager(EntityManagerFactory entityManagerFactory) {
            return new JpaTransactionManager(entityManagerFactory);
        }

        @Bean
        Clock rtnClock() {
            return Clock.systemUTC();
        }

        @Bean
        Repositories rtnRepositories(ConfigurableListableBeanFactory beans, EntityManagerFactory entityManagerFactory) {
            return new Repositories(beans, entityManagerFactory);
        }

        @Bean
        @DependsOn("rtnSchema")
        BackgroundTasks rtnBackgroundTasks(@Qualifier("webDS") DataSource dataSource, List<LaterTasks> later) {
            return new BackgroundTasks(dataSource, List.of(), later, 1, Duration.ofMillis(300), Duration.ofSeconds(1));
        }
    }
}
