package org.broadleafreturns.core.draft;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafreturns.core.background.BackgroundTask;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.turn.OrderTurns;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/** What stands between the request form and a sent request. */
@Configuration
class DraftConfiguration {

    @Bean
    ReturnDrafts rtnReturnDrafts(Repositories repositories) {
        return repositories.of(ReturnDrafts.class);
    }

    @Bean
    ReturnDraftService rtnReturnDraftService(ReturnDrafts drafts, ShopOrders orders, ReturnLookup lookup, Documents documents,
            ReturnSubmissionService submissions, OrderTurns commands, ReturnsSettings settings,
            @Value("${returns.drafts.max-per-customer:10}") int maximumPerCustomer, DraftDisposal disposal, SentDrafts sentDrafts,
            @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new ReturnDraftService(drafts, orders, lookup, documents, submissions, commands, settings,
            maximumPerCustomer, disposal, sentDrafts, clock, transactionManager);
    }

    @Bean
    SentDrafts rtnSentDrafts(@Qualifier("webDS") DataSource dataSource) {
        return new SentDrafts(dataSource);
    }

    @Bean
    DraftDisposal rtnDraftDisposal(ReturnDrafts drafts, OrderTurns commands, Documents documents,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        EntityManager entityManager = SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory);
        return new DraftDisposal(drafts, commands, documents, entityManager, transactionManager);
    }

    @Bean
    CustomerDrafts rtnCustomerDrafts(ReturnDrafts drafts, DraftDisposal disposal) {
        return new CustomerDrafts(drafts, disposal);
    }

    @Bean
    DraftCleanup rtnDraftCleanup(ReturnDrafts drafts, DraftDisposal disposal, ReturnsSettings settings,
            @Qualifier("rtnClock") Clock clock) {
        return new DraftCleanup(drafts, disposal, settings, clock);
    }

    @Bean
    BackgroundTask<RecurringTask<Void>> rtnDraftCleanupTask(DraftCleanup cleanup) {
        return new BackgroundTask<>(cleanup.task());
    }
}
