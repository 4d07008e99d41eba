package org.broadleafreturns.core.background;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import javax.sql.DataSource;
import org.broadleafreturns.core.waiting.WaitingCheck;
import org.broadleafreturns.core.waiting.WaitingSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What is known of the background work itself, and the work of watching what waits. */
@Configuration
public class BackgroundConfiguration {

    @Bean
    ScheduledWork rtnScheduledWork(@Qualifier("webDS") DataSource dataSource, @Qualifier("rtnClock") Clock clock) {
        return new ScheduledWork(dataSource, clock);
    }

    @Bean
    @Order(300)
    WaitingSource rtnOverdueWork(ScheduledWork work) {
        return new OverdueWork(work);
    }

    @Bean
    @Order(310)
    WaitingSource rtnFailingWork(ScheduledWork work) {
        return new FailingWork(work);
    }

    @Bean
    BackgroundTask<RecurringTask<String>> rtnWaitingCheckTask(WaitingCheck check) {
        return new BackgroundTask<>(check.task());
    }
}
