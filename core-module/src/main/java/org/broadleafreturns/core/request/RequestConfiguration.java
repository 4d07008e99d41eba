package org.broadleafreturns.core.request;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.util.Optional;
import java.time.Duration;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafreturns.core.background.BackgroundTask;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.event.ReturnEvents;
import org.broadleafreturns.core.history.Journal;
import org.broadleafreturns.core.kernel.web.ClientAddress;
import org.broadleafreturns.core.mail.MailBacklog;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.CustomerLanguage;
import org.broadleafreturns.core.platform.ShopMoney;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.ReturnPolicy;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.search.SearchIndex;
import org.broadleafreturns.core.search.SearchTexts;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.broadleafreturns.core.turn.OrderTurns;
import org.broadleafreturns.core.waiting.Allowance;
import org.broadleafreturns.core.waiting.WaitingSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/** The commands and look-ups on return requests. */
@Configuration
public class RequestConfiguration {

    @Bean
    ReturnRequests rtnReturnRequests(Repositories repositories) {
        return repositories.of(ReturnRequests.class);
    }

    @Bean
    StatusPreviews rtnStatusPreviews(Repositories repositories) {
        return repositories.of(StatusPreviews.class);
    }

    @Bean
    MailPieces rtnMailPieces(MessageSource messages, ReturnChoices choices, ReturnsSettings settings,
            @Value("${returns.mail.admin-url:}") String adminUrl) {
        return new MailPieces(messages, choices, settings, adminUrl.strip().replaceAll("/+$", ""));
    }

    @Bean
    SampleReturn rtnSampleReturn(MailPieces pieces, ReturnChoices choices, ReturnsSettings settings) {
        return new SampleReturn(pieces, choices, settings);
    }

    @Bean
    ReturnMails rtnReturnMails(MailComposer composer, MailPieces pieces, ReturnsSettings settings,
            ShopOrders orders, ReturnRequests requests, BasisRules rules, UnsentUnits unsent, ObjectProvider<ReturnMailWords> words,
            ObjectProvider<ReturnLinks> links) {
        return new ReturnMails(composer, pieces, settings, orders, requests,
            new WithdrawnWords(rules, unsent, new ShopCalendar(settings)), words::orderedStream,
            () -> Optional.ofNullable(links.getIfAvailable()));
    }

    @Bean
    MessageValues rtnMessageValues(ReturnRequests requests, ShopOrders orders, MailPieces pieces, MailComposer composer,
            ReturnsSettings settings) {
        return new MessageValues(requests, orders, pieces, composer, settings);
    }

    @Bean
    TakenQuantities rtnTakenQuantities(ReturnRequests requests) {
        return new TakenQuantities(requests);
    }

    @Bean
    OrderSituations rtnOrderSituations(ReturnRequests requests, ShopOrders orders, DeliveryService deliveries,
            @Qualifier("rtnClock") Clock clock) {
        return new OrderSituations(requests, orders, deliveries, clock);
    }

    @Bean
    ReturnLookup rtnReturnLookup(ReturnRequests requests, ShopOrders orders, ReturnPolicy policy,
            OrderSituations situations, CorrectionRules corrections) {
        return new ReturnLookup(requests, orders, policy, situations, corrections);
    }

    @Bean
    CorrectionRules rtnCorrectionRules(ShopOrders orders, OrderSituations situations, ReturnPolicy policy, ReturnChoices choices,
            ReturnsSettings settings) {
        return new CorrectionRules(orders, situations, policy, choices, settings);
    }

    @Bean
    ReturnViews rtnReturnViews(ReturnRequests requests, ShopOrders orders, Outbox outbox) {
        return new ReturnViews(requests, orders, outbox);
    }

    @Bean
    ReturnAmounts rtnReturnAmounts(ShopMoney money) {
        return new ReturnAmounts(money);
    }

    @Bean
    ReturnSubmissionService rtnReturnSubmissionService(ReturnRequests requests, ShopOrders orders, ReturnPolicy policy,
            OrderSituations situations, CustomerLanguage languages, ReturnMails mails, Outbox outbox, ReturnChoices choices,
            ReturnsSettings settings, ClientAddress address, @Qualifier("rtnClock") Clock clock, ReturnSteps steps, SearchIndex words,
            StepParts parts) {
        return new ReturnSubmissionService(requests, orders, policy, situations, languages, mails, outbox, choices, settings,
            address, clock, steps, words, parts);
    }

    @Bean
    ClientAddress rtnClientAddress(@Value("${returns.journal.addresses:false}") boolean kept) {
        return new ClientAddress(kept);
    }

    /** Before those that are forgotten last, too, and by which a return is known to be the customer's. */
    @Bean
    @Order(100)
    CustomerReturns rtnCustomerReturns(ReturnRequests requests, Journal journal, ReturnEvents events, StatusPreviews previews,
            Documents documents, Outbox outbox, ReturnChoices choices, ReturnsSettings settings,
            ReturnViews views, SearchTexts texts, SearchIndex words,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        EntityManager entityManager = SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory);
        return new CustomerReturns(requests, journal, events, previews, documents, outbox, choices, settings, views, texts, words,
            entityManager);
    }

    @Bean
    ReturnTexts rtnReturnTexts(ReturnRequests requests, ShopOrders orders) {
        return new ReturnTexts(requests, orders);
    }

    @Bean
    MailAttention rtnMailAttention(ReturnRequests requests, Journal journal, @Qualifier("rtnClock") Clock clock) {
        return new MailAttention(requests, journal, clock);
    }

    @Bean
    CurrentReturns rtnCurrentReturns(ReturnRequests requests,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        return new CurrentReturns(requests, SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory));
    }

    @Bean
    ReturnSteps rtnReturnSteps(ReturnRequests requests, OrderTurns turns, ObjectProvider<StepGuard> guards, Outbox outbox,
            Journal journal, ApplicationEventPublisher events, ReturnEvents lasting, CurrentReturns current,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory, @Qualifier("rtnClock") Clock clock) {
        EntityManager entityManager = SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory);
        return new ReturnSteps(requests, turns, guards.orderedStream().toList(), outbox,
            new StepRecord(journal, entityManager, events, lasting), current, clock);
    }

    @Bean
    @Order(100)
    StepPart rtnLabelStepPart() {
        return new LabelPart();
    }

    @Bean
    GoodsWords rtnGoodsWords(MessageSource messages, ReturnChoices choices) {
        return new GoodsWords(messages, choices);
    }

    @Bean
    @Order(180)
    StepPart rtnReceivedUnitsPart(ReturnChoices choices) {
        return new ReceivedUnitsPart(choices);
    }

    @Bean
    @Order(190)
    StepPart rtnKeptUnitsPart() {
        return new KeptUnitsPart();
    }

    @Bean
    UnsentUnits rtnUnsentUnits(ReturnRequests requests, ShopOrders orders, DeliveryService deliveries) {
        return new UnsentUnits(requests, orders, deliveries);
    }

    @Bean
    @Order(195)
    StepPart rtnUnsentPart(UnsentUnits unsent, MessageSource messages) {
        return new UnsentPart(unsent, messages);
    }

    @Bean
    @Order(210)
    StepPart rtnRefusedUnitsPart(ReturnChoices choices) {
        return new RefusedUnitsPart(choices);
    }

    @Bean
    @Order(200)
    StepPart rtnAcceptedUnitsStepPart(ShopOrders orders, TakenQuantities taken) {
        return new AcceptedUnitsPart(orders, taken);
    }

    @Bean
    @Order(300)
    StepPart rtnMessageStepPart() {
        return new MessagePart();
    }

    @Bean
    @Order(400)
    StepPart rtnNoteStepPart() {
        return new NotePart();
    }

    @Bean
    StepParts rtnStepParts(ObjectProvider<StepPart> parts) {
        return new StepParts(parts.orderedStream().toList());
    }

    @Bean
    StatusChangeService rtnStatusChangeService(ReturnRequests requests, StatusPreviews previews, StepParts parts,
            Documents documents, ReturnMails mails, Outbox outbox, ReturnsSettings settings,
            CurrentReturns current, @Qualifier("rtnClock") Clock clock, ReturnSteps steps) {
        return new StatusChangeService(requests, previews, parts, documents, mails, outbox, settings, current, clock, steps);
    }

    @Bean
    LaterMails rtnLaterMails(ReturnRequests requests, ReturnMails mails, Outbox outbox) {
        return new LaterMails(requests, mails, outbox);
    }

    @Bean
    CorrectionService rtnCorrectionService(StatusPreviews previews, ReturnRequests requests, CorrectionRules rules,
            ReturnMails mails, ShopOrders orders, SearchIndex words, CurrentReturns current, ReturnSteps steps,
            @Qualifier("rtnClock") Clock clock) {
        return new CorrectionService(previews, rules, mails, new FoundReturns(new ReturnTexts(requests, orders), orders, words), steps,
            new PreviewedSteps(requests, previews, current, steps), clock);
    }

    @Bean
    FeatureSteps rtnFeatureSteps(StatusPreviews previews, ReturnRequests requests, CurrentReturns current, ReturnSteps steps,
            @Qualifier("rtnClock") Clock clock) {
        return new FeatureSteps(previews, steps, new PreviewedSteps(requests, previews, current, steps), clock);
    }

    @Bean
    BasisRules rtnBasisRules(ShopOrders orders, ReturnsSettings settings, @Qualifier("rtnClock") Clock clock) {
        return new BasisRules(orders, new ShopCalendar(settings), clock);
    }

    @Bean
    @Order(150)
    StepPart rtnBasisStepPart(BasisRules rules) {
        return new BasisPart(rules);
    }

    @Bean
    LegalBasisService rtnLegalBasisService(ReturnSteps steps, BasisRules rules, ReturnRequests requests, ClientAddress address) {
        return new LegalBasisService(steps, rules, requests, address);
    }

    @Bean
    CancellationService rtnCancellationService(ReturnSteps steps, ReturnMails mails, ReturnRequests requests, ClientAddress address) {
        return new CancellationService(steps, mails, requests, address);
    }

    @Bean
    PreviewCleanup rtnPreviewCleanup(StatusPreviews previews, Documents documents, ReturnsSettings settings,
            @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new PreviewCleanup(previews, documents, settings, clock, transactionManager);
    }

    @Bean
    BackgroundTask<RecurringTask<Void>> rtnPreviewCleanupTask(PreviewCleanup cleanup) {
        return new BackgroundTask<>(cleanup.task());
    }

    @Bean
    @Order(100)
    WaitingSource rtnQueuedMails(MailBacklog mails, Journal journal, ReturnRequests requests) {
        return new UnsentMails("mails-queued", MailState.QUEUED, Allowance.age(Duration.ofMinutes(30)), mails, journal, requests);
    }

    @Bean
    @Order(110)
    WaitingSource rtnFailedMails(MailBacklog mails, Journal journal, ReturnRequests requests) {
        return new UnsentMails("mails-failed", MailState.FAILED, Allowance.most(20), mails, journal, requests);
    }

    @Bean
    @Order(400)
    WaitingSource rtnUnconfirmedSteps(@Qualifier("webDS") DataSource dataSource, ReturnsSettings settings) {
        return new UnconfirmedSteps(dataSource, settings);
    }
}
