package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.history.Journal;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.ShopCurrency;
import org.broadleafreturns.core.platform.ShopMoney;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.request.FeatureSteps;
import org.broadleafreturns.core.request.LaterMails;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnMails;
import org.broadleafreturns.core.request.ReturnSteps;
import org.broadleafreturns.core.request.SampleReturn;
import org.broadleafreturns.core.request.StepGuard;
import org.broadleafreturns.core.request.StepPart;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.broadleafreturns.core.waiting.WaitingSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/** Money back. */
@Configuration
class RefundConfiguration {

    @Bean
    Refunds rtnRefunds(Repositories repositories) {
        return repositories.of(Refunds.class);
    }

    @Bean
    RefundLines rtnRefundLines(Repositories repositories) {
        return repositories.of(RefundLines.class);
    }

    @Bean
    RefundPayments rtnRefundPayments(Repositories repositories) {
        return repositories.of(RefundPayments.class);
    }

    @Bean
    RefundBases rtnRefundBases(ShopMoney money, ShopPayments payments, Refunds refunds, RefundLines lines,
            RefundPayments refundPayments, ReturnLookup returns, RefundVouchers vouchers) {
        return new RefundBases(money, payments, refunds, lines, refundPayments, returns, vouchers);
    }

    @Bean
    RefundEntries rtnRefundEntries(RefundBases bases, RefundTerms terms, RefundVouchers vouchers, Refunds refunds,
            DeliveryService deliveries, ReturnsSettings settings, @Qualifier("rtnClock") Clock clock) {
        return new RefundEntries(bases, terms, vouchers, refunds, deliveries, new ShopCalendar(settings), clock);
    }

    @Bean
    RefundWords rtnRefundWords(MessageSource messages, VoucherWords vouchers) {
        return new RefundWords(messages, vouchers);
    }

    @Bean
    RefundViews rtnRefundViews(RefundBases bases, ShopMoney money, Refunds refunds, RefundPayments payments, RefundDues dues,
            RefundTerms terms, RefundVouchers vouchers, ReturnChoices choices, ReturnsSettings settings,
            @Qualifier("rtnClock") Clock clock) {
        return new RefundViews(bases, money, refunds, payments, dues, terms, vouchers, choices, new ShopCalendar(settings), clock);
    }

    @Bean
    RefundWriting rtnRefundWriting(Refunds refunds, RefundLines lines, RefundPayments refundPayments, RefundVouchers vouchers,
            ShopPayments payments, Outbox outbox, LaterMails laterMails,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        return new RefundWriting(refunds, lines, refundPayments, vouchers, payments, outbox, laterMails,
            SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory));
    }

    @Bean
    Setting<Map<String, BigDecimal>> rtnRefundLimitsSetting(@Value("${returns.refund.limits:}") String configured) {
        LimitsForm form = new LimitsForm();
        return Setting.of("refundLimits", form, form.read(configured.replace(',', '\n')));
    }

    @Bean
    RefundLimits rtnRefundLimits(Settings settings, @Qualifier("rtnRefundLimitsSetting") Setting<Map<String, BigDecimal>> limits) {
        return new RoleLimits(settings, limits);
    }

    @Bean
    RefundPermission rtnRefundPermission(RefundPayments payments, RefundVouchers vouchers, RefundLimits limits, ShopCurrency currency) {
        return new RefundPermission(payments, vouchers, limits, currency);
    }

    @Bean
    RefundDispatch rtnRefundDispatch(ObjectProvider<RefundCalls> calls) {
        return new RefundDispatch(calls::getIfAvailable);
    }

    @Bean
    RefundMails rtnRefundMails(ReturnMails mails, MailComposer composer, RefundWords words) {
        return new RefundMails(mails, composer, words);
    }

    @Bean
    RefundMailWords rtnRefundMailWords(RefundEntries entries, RefundWords words, SampleReturn sample) {
        return new RefundMailWords(entries, words, sample);
    }

    @Bean
    StepGuard rtnRefundGuard(Refunds refunds, RefundLines lines) {
        return new RefundGuard(refunds, lines);
    }

    @Bean
    @Order(230)
    StepPart rtnRefundStepPart(RefundEntries entries, RefundLines lines, RefundWriting writing, RefundPermission permission,
            RefundDispatch dispatch, RefundVouchers vouchers, RefundWords words) {
        return new RefundPart(entries, lines, writing, permission, dispatch, vouchers, words);
    }

    @Bean
    FailedParts rtnFailedRefundParts(RefundBases bases, Refunds refunds, RefundLines lines, RefundWriting writing,
            RefundPermission permission) {
        return new FailedParts(bases, refunds, lines, writing, permission);
    }

    @Bean
    FailedWays rtnFailedRefundWays(FailedParts failed, Refunds refunds, RefundPayments refundPayments, ReturnLookup returns) {
        return new FailedWays(failed, refunds, refundPayments, returns);
    }

    @Bean
    RefundService rtnRefundService(FeatureSteps featureSteps, ReturnSteps steps, RefundEntries entries, FailedParts failed,
            RefundWriting writing, RefundPermission permission, RefundDispatch dispatch,
            RefundMails mails, RefundWords words) {
        return new RefundService(featureSteps, steps, entries, failed, writing, permission, dispatch, mails, words);
    }

    @Bean
    BackOfficeRefunds rtnBackOfficeRefunds(RefundPayments refundPayments, RefundWriting writing, ShopPayments payments, ReturnSteps steps,
            @Qualifier("rtnClock") Clock clock, @Value("${returns.refund.gateway-seconds:60}") int limit,
            @Value("${returns.refund.poll-seconds:30}") int poll,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        RefundPace pace = new RefundPace(Duration.ofSeconds(limit), Duration.ofSeconds(poll));
        return new BackOfficeRefunds(refundPayments, writing, payments, steps, clock, pace, transactionManager);
    }

    @Bean
    CustomerRefunds rtnCustomerRefunds(Refunds refunds, RefundPayments payments, Vouchers vouchers, RefundVouchers given, Journal journal) {
        return new CustomerRefunds(refunds, payments, vouchers, given, journal);
    }

    @Bean
    @Order(120)
    WaitingSource rtnPendingRefunds(@Qualifier("webDS") DataSource dataSource) {
        return new OpenRefunds(RefundState.PENDING, dataSource);
    }

    @Bean
    @Order(130)
    WaitingSource rtnUnknownRefunds(@Qualifier("webDS") DataSource dataSource) {
        return new OpenRefunds(RefundState.UNKNOWN, dataSource);
    }

    @Bean
    @Order(140)
    WaitingSource rtnPartialRefunds(@Qualifier("webDS") DataSource dataSource) {
        return new OpenRefunds(RefundState.FAILED, dataSource);
    }
}
