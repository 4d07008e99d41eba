package org.broadleafreturns.core.mail;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.broadleafreturns.core.background.BackgroundTask;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.mailtext.MailKinds;
import org.broadleafreturns.core.mailtext.MailTexts;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;

/** Composing, queueing and sending of mails. */
@Configuration
public class MailConfiguration {

    @Bean
    OutgoingMails rtnOutgoingMails(Repositories repositories) {
        return repositories.of(OutgoingMails.class);
    }

    @Bean
    MailComposer rtnMailComposer(MailRenderer renderer, MailTexts texts) {
        return new MailComposer(renderer, texts);
    }

    @Bean
    SampleMails rtnSampleMails(MailComposer composer, MailKinds kinds, ReturnsSettings settings, MessageSource messages) {
        return new SampleMails(composer, kinds, settings, messages);
    }

    @Bean
    MailConnections rtnMailConnections(@Qualifier("blMailSender") JavaMailSender sender,
            @Value("${returns.mail.connections:4}") String connections) {
        return new MailConnections(sender, MailConnections.number(connections));
    }

    @Bean
    MailDelivery rtnMailDelivery(OutgoingMails mails, Documents documents, MailConnections connections, ReturnsSettings settings,
            List<MailOutcomes> outcomes, @Qualifier("rtnClock") Clock clock,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new MailDelivery(mails, documents, connections, settings, outcomes, clock, transactionManager);
    }

    @Bean
    BackgroundTask<CustomTask<Void>> rtnMailTask(MailDelivery delivery) {
        return new BackgroundTask<>(delivery.task());
    }

    @Bean
    Outbox rtnOutbox(OutgoingMails mails, BackgroundTasks tasks,
            @Qualifier("rtnMailTask") BackgroundTask<CustomTask<Void>> task, ReturnsSettings settings,
            @Qualifier("webDS") DataSource dataSource, @Qualifier("rtnClock") Clock clock) {
        return new Outbox(mails, new MailBodies(dataSource), tasks, task.task(), settings, clock);
    }

    @Bean
    MailBacklog rtnMailBacklog(@Qualifier("webDS") DataSource dataSource) {
        return new MailBacklog(dataSource);
    }
}
