package org.broadleafreturns.demo;

import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.springframework.context.ApplicationContext;

/** How many statements something asks of the database, in the shop that tests share. */
final class Queries {

    private static final int ATTEMPTS = 5;
    private static final Duration SOON = Duration.ofSeconds(5);

    private Queries() {
    }

    /** Of the storefront. */
    static long of(Runnable work) {
        return of(TestShop.get().siteContext(), work);
    }

    /** The least of some attempts, when nothing waits to be done: work in the background asks as well, and so do caches that run out. */
    static long of(ApplicationContext application, Runnable work) {
        awaitQuiet();
        EntityManager entityManager = application.getBean("entityManagerFactory", EntityManagerFactory.class).createEntityManager();
        Statistics statistics = entityManager.unwrap(Session.class).getSessionFactory().getStatistics();
        entityManager.close();
        statistics.setStatisticsEnabled(true);
        try {
            return LongStream.generate(() -> {
                long before = statistics.getPrepareStatementCount();
                work.run();
                return statistics.getPrepareStatementCount() - before;
            }).limit(ATTEMPTS).min().orElseThrow();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    /** Until mails, codes and statements of tests before are done with; what is tried again later, or every now and then, is not. */
    static void awaitQuiet() {
        await().until(() -> ReturnTables.database().queryForObject("select count(*) from RTN_SCHEDULED_TASK"
            + " where TASK_INSTANCE <> 'recurring' and (PICKED or EXECUTION_TIME < ?)", Integer.class,
            Timestamp.from(Instant.now().plus(SOON))) == 0);
    }
}
