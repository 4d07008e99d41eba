package org.broadleafreturns.core.search;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import javax.sql.DataSource;
import org.broadleafreturns.core.background.BackgroundTask;
import org.broadleafreturns.core.waiting.WaitingSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;

/** For both applications. */
@Configuration
public class SearchConfiguration {

    @Bean
    SearchIndex rtnSearchIndex(@Qualifier("webDS") DataSource dataSource) {
        return new SearchIndex(dataSource);
    }

    @Bean
    BackgroundTask<RecurringTask<Void>> rtnSearchFillingTask(SearchIndex index, SearchTexts texts, @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new BackgroundTask<>(new SearchFilling(index, texts, clock, transactionManager).task());
    }

    @Bean
    @Order(500)
    WaitingSource rtnReturnsWithoutWords(SearchIndex index) {
        return new ReturnsWithoutWords(index);
    }
}
