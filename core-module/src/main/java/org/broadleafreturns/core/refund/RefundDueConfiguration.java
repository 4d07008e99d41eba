package org.broadleafreturns.core.refund;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.broadleafreturns.core.background.BackgroundTask;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.ShopCurrency;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.request.Aftermath;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnMailWords;
import org.broadleafreturns.core.request.ReturnSteps;
import org.broadleafreturns.core.request.UnsentUnits;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Until when money has to be back, and what the law and the shop say of it. */
@Configuration
class RefundDueConfiguration {

    private static final int MOST_DAYS = 365;

    @Bean
    Setting<Boolean> rtnRefundPostageTold(@Value("${returns.refund.postage-told:false}") boolean configured) {
        return Setting.yesOrNo("refundPostageTold", configured);
    }

    @Bean
    Setting<Optional<BigDecimal>> rtnRefundStandardDelivery(@Value("${returns.refund.standard-delivery:}") String configured) {
        AmountForm form = new AmountForm();
        return Setting.of("refundStandardDelivery", form, form.read(configured));
    }

    @Bean
    Setting<Boolean> rtnRefundCollects(@Value("${returns.refund.collects:false}") boolean configured) {
        return Setting.yesOrNo("refundCollects", configured);
    }

    @Bean
    Setting<Integer> rtnRefundDays(@Value("${returns.refund.days:14}") int configured) {
        return Setting.wholeNumber("refundDays", configured, 0, MOST_DAYS);
    }

    @Bean
    RefundTerms rtnRefundTerms(Settings settings, ShopCurrency currency, @Qualifier("rtnRefundPostageTold") Setting<Boolean> postageTold,
            @Qualifier("rtnRefundStandardDelivery") Setting<Optional<BigDecimal>> standardDelivery,
            @Qualifier("rtnRefundCollects") Setting<Boolean> collects, @Qualifier("rtnRefundDays") Setting<Integer> days) {
        return new RefundTerms(settings, currency, postageTold, standardDelivery, collects, days);
    }

    @Bean
    DueRefunds rtnDueRefunds(Repositories repositories) {
        return repositories.of(DueRefunds.class);
    }

    @Bean
    StillOwed rtnStillOwed(RefundEntries entries, Refunds refunds, RefundLines lines, ReturnLookup returns) {
        return new StillOwed(entries, refunds, lines, returns);
    }

    @Bean
    RefundDues rtnRefundDues(DueRefunds dues, StillOwed owed, UnsentUnits unsent, ReturnLookup returns, ReturnChoices choices,
            RefundTerms terms, ReturnsSettings settings, @Qualifier("rtnClock") Clock clock) {
        ShopCalendar calendar = new ShopCalendar(settings);
        return new RefundDues(dues, owed, new AwaitedGoods(unsent, calendar), returns, choices, terms, calendar, clock);
    }

    @Bean
    DueReview rtnDueReview(DueRefunds dues, RefundDues days, StillOwed owed, UnsentUnits unsent, ReturnLookup returns, ReturnSteps steps,
            ReturnsSettings settings, @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new DueReview(dues, days, owed, unsent, returns, steps, new ShopCalendar(settings), clock, transactionManager);
    }

    @Bean
    Aftermath rtnRefundAftermath(Refunds refunds, DueRefunds dues) {
        return new RefundAftermath(refunds, dues);
    }

    /** Behind what is said of a refund that is made with the decision. */
    @Bean
    ReturnMailWords rtnRefundByWords(RefundDues dues, ReturnsSettings settings, @Qualifier("rtnClock") Clock clock) {
        return new RefundByWords(dues, new ShopCalendar(settings), clock);
    }

    @Bean
    RefundsDueMail rtnRefundsDueMail(MessageSource messages, ReturnsSettings settings) {
        return new RefundsDueMail(messages, new ShopCalendar(settings));
    }

    @Bean
    RefundReminder rtnRefundReminder(DueRefunds dues, Refunds refunds, ReturnLookup returns, RefundEntries entries,
            ExpectedRefunds expected, RefundsDueMail mail, MailComposer composer, Outbox outbox, ReturnsSettings settings,
            @Qualifier("rtnClock") Clock clock, @Value("${returns.mail.admin-url:}") String adminUrl,
            @Qualifier("webDS") DataSource dataSource, @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new RefundReminder(dues, refunds, returns, entries, expected, mail, composer, outbox, settings, clock,
            adminUrl.strip().replaceAll("/+$", ""), dataSource, transactionManager);
    }

    /** The reminder itself needs the outbox, which needs the background work: it is asked for when it is time. */
    @Bean
    BackgroundTask<RecurringTask<Void>> rtnRefundReminderTask(ObjectProvider<DueReview> review, ObjectProvider<RefundReminder> reminder,
            ReturnsSettings settings) {
        return new BackgroundTask<>(Tasks.recurring("rtn-refunds-due", new ShopMorning(new ShopCalendar(settings)))
            .execute((instance, context) -> {
                review.getObject().run();
                reminder.getObject().remind();
            }));
    }
}
