package org.broadleafreturns.core.withdrawal;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafreturns.core.background.BackgroundTask;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.exclusion.ProductMarks;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.broadleafreturns.core.installation.InstallationNotes;
import org.broadleafreturns.core.key.ShopKey;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.BroadleafPlacedOrders;
import org.broadleafreturns.core.platform.PlacedOrders;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.NotExcluded;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnSteps;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StepPart;
import org.broadleafreturns.core.request.UnsentUnits;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.Settings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/** Statements of withdrawal. */
@Configuration
class WithdrawalConfiguration {

    @Bean
    WithdrawalStatements rtnWithdrawalStatements(Repositories repositories) {
        return repositories.of(WithdrawalStatements.class);
    }

    @Bean
    WithdrawalLines rtnWithdrawalLines(Repositories repositories) {
        return repositories.of(WithdrawalLines.class);
    }

    @Bean
    WithdrawalReturns rtnWithdrawalReturns(Repositories repositories) {
        return repositories.of(WithdrawalReturns.class);
    }

    @Bean
    @Order(500)
    StepPart rtnWithdrawalPart(WithdrawalStatements statements, WithdrawalReturns returns, CalledOffReturns calledOff,
            MessageSource messages) {
        return new WithdrawalPart(statements, returns, calledOff, messages);
    }

    @Bean
    CalledOffReturns rtnCalledOffReturns(WithdrawalStatements statements, WithdrawalReturns returns, ReturnLookup lookup) {
        return new CalledOffReturns(statements, returns, lookup);
    }

    @Bean
    ReturnsOfStatements rtnReturnsOfStatements(WithdrawalStatements statements, WithdrawalLines lines, WithdrawalReturns returns,
            ReturnLookup lookup, ReturnViews views, DeliveryService deliveries, UnsentUnits unsent, ReturnSubmissionService submissions,
            ReturnSteps steps, @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new ReturnsOfStatements(statements, lines, returns, lookup, views, deliveries, unsent, submissions, steps,
            transactionManager);
    }

    @Bean
    PlacedOrders rtnPlacedOrders(@Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        return new BroadleafPlacedOrders(SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory));
    }

    @Bean
    WithdrawalPages rtnWithdrawalPages(ShopKey key, @Qualifier("rtnClock") Clock clock) {
        return new WithdrawalPages(key, clock);
    }

    @Bean
    WithdrawalTerms.Declared rtnWithdrawalSettings(@Value("${returns.withdrawal.enabled:true}") boolean enabled,
            @Value("${returns.withdrawal.links:EVERYWHERE}") String links,
            @Value("${returns.withdrawal.countries:" + CountryCodes.EU_AND_EEA + "}") String countries,
            @Value("${returns.withdrawal.holidays:}") String holidays, @Value("${returns.withdrawal.kept-months:36}") int keptMonths) {
        return new WithdrawalTerms.Declared(enabled, links, countries, holidays, keptMonths);
    }

    @Bean
    WithdrawalTerms rtnWithdrawalTerms(Settings settings, WithdrawalTerms.Declared declared) {
        return new WithdrawalTerms(settings, declared);
    }

    @Bean
    WithdrawalWords rtnWithdrawalWords(MessageSource messages) {
        return new WithdrawalWords(messages);
    }

    @Bean
    Holidays rtnHolidays() {
        return new JollydayHolidays();
    }

    @Bean
    WithdrawalAssessment rtnWithdrawalAssessment(ShopOrders orders, DeliveryService deliveries, UnsentUnits unsent,
            WithdrawalReturns returns, ProductMarks marks, Holidays holidays, WithdrawalTerms terms, ShopCalendar calendar,
            @Qualifier("rtnClock") Clock clock) {
        return new WithdrawalAssessment(orders, deliveries, new UnsentOfStatements(unsent, returns), new NotExcluded(marks),
            new WithdrawalPeriod(holidays), terms, calendar, clock);
    }

    @Bean
    WithdrawalMails rtnWithdrawalMails(MailComposer composer, WithdrawalWords words, ReturnsSettings settings, ShopCalendar calendar,
            MessageSource messages, @Value("${returns.mail.admin-url:}") String adminUrl) {
        return new WithdrawalMails(composer, words, settings, calendar, messages, adminUrl.strip().replaceAll("/+$", ""));
    }

    @Bean
    WithdrawalAcknowledgements rtnWithdrawalAcknowledgements(WithdrawalStatements statements, WithdrawalMails mails, Outbox outbox,
            @Qualifier("rtnClock") Clock clock) {
        return new WithdrawalAcknowledgements(statements, mails, outbox, clock);
    }

    @Bean
    OrdersOfStatements rtnOrdersOfStatements(WithdrawalStatements statements, PlacedOrders placed, ShopOrders orders,
            WithdrawalAssessment assessment) {
        return new OrdersOfStatements(statements, placed, orders, assessment);
    }

    @Bean
    WithdrawalWork rtnWithdrawalWork(WithdrawalStatements statements, WithdrawalLines lines, OrdersOfStatements orders,
            WithdrawalAcknowledgements acknowledgements,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new WithdrawalWork(statements, lines, orders, acknowledgements,
            SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory), transactionManager);
    }

    /** The work itself needs the outbox, which needs the background work: it is asked for when there is some. */
    @Bean
    BackgroundTask<CustomTask<Void>> rtnWithdrawalTask(ObjectProvider<WithdrawalWork> work) {
        return new BackgroundTask<>(WithdrawalWork.task(work::getObject));
    }

    @Bean
    Withdrawals rtnWithdrawals(WithdrawalStatements statements, WithdrawalLines lines, ShopKey key, WithdrawalWords words,
            BackgroundTasks tasks, ShopCalendar calendar, @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new Withdrawals(statements, lines, key, words, tasks, calendar, clock, transactionManager);
    }

    @Bean
    WithdrawalDesk rtnWithdrawalDesk(WithdrawalStatements statements, @Qualifier("webDS") DataSource dataSource, WithdrawalLines lines,
            Withdrawals withdrawals, OrdersOfStatements orders, WithdrawalAcknowledgements acknowledgements, PlacedOrders placed,
            ShopCalendar calendar, @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new WithdrawalDesk(statements, new WithdrawalLists(dataSource, clock), lines, withdrawals, orders, acknowledgements, placed,
            calendar, clock, transactionManager);
    }

    @Bean
    InstallationCheck rtnWithdrawalCheck(WithdrawalTerms terms, ReturnsSettings settings, InstallationNotes notes,
            MessageSource messages, @Qualifier("rtnClock") Clock clock) {
        return new WithdrawalCheck(terms, settings, notes, messages, clock);
    }

    @Bean
    WithdrawalFooter rtnWithdrawalFooter(InstallationNotes notes) {
        return new WithdrawalFooter(notes);
    }

    @Bean
    CustomerWithdrawals rtnCustomerWithdrawals(WithdrawalStatements statements, WithdrawalLines lines, PlacedOrders orders,
            Outbox outbox, ShopKey key, WithdrawalTerms terms, ShopCalendar calendar, @Qualifier("rtnClock") Clock clock) {
        return new CustomerWithdrawals(statements, lines, orders, outbox, key, terms, calendar, clock);
    }

    @Bean
    OrdersToPick rtnOrdersToPick(PlacedOrders placed, ShopOrders orders,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new OrdersToPick(placed, orders, transactionManager);
    }

    /** The last of all words. */
    @Bean
    @Order(1000)
    WithdrawalLinkWords rtnWithdrawalLinkWords(WithdrawalTerms terms, ReturnsSettings settings) {
        return new WithdrawalLinkWords(terms, settings);
    }
}
