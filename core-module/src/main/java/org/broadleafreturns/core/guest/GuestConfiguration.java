package org.broadleafreturns.core.guest;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import org.broadleafreturns.core.background.BackgroundTask;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.broadleafreturns.core.key.ShopKey;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.PlacedOrders;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.request.Aftermath;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.takeover.TakenOrders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Guests. */
@Configuration
class GuestConfiguration {

    @Bean
    GuestEntries rtnGuestEntries(Repositories repositories) {
        return repositories.of(GuestEntries.class);
    }

    @Bean
    GuestTerms rtnGuestTerms(@Value("${returns.guests.enabled:true}") boolean enabled) {
        return new GuestTerms(enabled);
    }

    @Bean
    GuestCodes rtnGuestCodes(ShopKey key) {
        return new GuestCodes(key);
    }

    @Bean
    CodeTries rtnCodeTries(GuestEntries entries, GuestCodes codes, GuestTerms terms, @Qualifier("rtnClock") Clock clock) {
        return new CodeTries(entries, codes, terms, clock);
    }

    @Bean
    GuestPasses rtnGuestPasses(ShopKey key, @Qualifier("rtnClock") Clock clock) {
        return new GuestPasses(key, clock);
    }

    @Bean
    GuestMails rtnGuestMails(MailComposer composer, MessageSource messages) {
        return new GuestMails(composer, messages);
    }

    @Bean
    GuestLinks rtnGuestLinks(GuestPasses passes, GuestTerms terms, ReturnsSettings settings, ReturnLookup lookup, ShopOrders orders,
            ObjectProvider<Aftermath> aftermaths, @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new GuestLinks(passes, terms, settings, lookup, orders, aftermaths.orderedStream().toList(), clock, transactionManager);
    }

    @Bean
    GuestEntrance rtnGuestEntrance(GuestEntries entries, GuestCodes codes, CodeTries tries, GuestTerms terms, BackgroundTasks tasks,
            @Qualifier("rtnClock") Clock clock, @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new GuestEntrance(entries, codes, tries, terms, tasks, clock, transactionManager);
    }

    @Bean
    TakenOrders rtnTakenOrders(Repositories repositories) {
        return new TakenOrders(repositories);
    }

    @Bean
    TakeOver rtnTakeOver(GuestEntries entries, GuestCodes codes, CodeTries tries, GuestTerms terms, BackgroundTasks tasks,
            TakenOrders taken, PlacedOrders placed, ShopOrders orders, @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new TakeOver(entries, codes, tries, terms, tasks, taken, placed, orders, clock, transactionManager);
    }

    @Bean
    CustomerTakenOrders rtnCustomerTakenOrders(TakenOrders taken, PlacedOrders placed, GuestEntries entries, Outbox outbox) {
        return new CustomerTakenOrders(taken, placed, entries, outbox);
    }

    @Bean
    GuestWork rtnGuestWork(GuestEntries entries, GuestCodes codes, GuestTerms terms, GuestMails mails, PlacedOrders placed,
            ShopOrders orders, ReturnLookup lookup, Outbox outbox, @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new GuestWork(entries, codes, terms, mails, placed, orders, lookup, outbox, clock, transactionManager);
    }

    @Bean
    GuestCleanup rtnGuestCleanup(GuestEntries entries, Outbox outbox, @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new GuestCleanup(entries, outbox, clock, transactionManager);
    }

    /** The work itself needs the outbox, which needs the background work: it is asked for when there is some. */
    @Bean
    BackgroundTask<CustomTask<Void>> rtnGuestTask(ObjectProvider<GuestWork> work) {
        return new BackgroundTask<>(GuestWork.task(work::getObject));
    }

    @Bean
    BackgroundTask<RecurringTask<Void>> rtnGuestCleanupTask(ObjectProvider<GuestCleanup> cleanup) {
        return new BackgroundTask<>(GuestCleanup.task(cleanup::getObject));
    }
}
