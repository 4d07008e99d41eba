package org.broadleafreturns.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.settings.ConfiguredSettings;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;

class MailDeliveryUnitTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int ATTEMPTS = 3;
    private static final ReturnsSettings SETTINGS = new ConfiguredSettings(true, "R",
        new RequestWindow(30, RequestWindow.Start.DELIVERY, 5), OptionalInt.empty(), 1, 5, Locale.ENGLISH,
        List.of(Locale.ENGLISH), Locale.ENGLISH, ZoneOffset.UTC, new ReturnsSettings.Mail("Shop <shop@example.com>", List.of(), "", ATTEMPTS,
        Duration.ofSeconds(1), Duration.ofSeconds(1)), Duration.ofHours(1));

    private final OutgoingMails mails = mock(OutgoingMails.class);
    private final JavaMailSender sender = mock(JavaMailSender.class);
    private final SchedulerClient scheduler = mock(SchedulerClient.class);
    private final MailContent content = new MailContent("ann@example.com", "Subject", "<p>Hello</p>", "Hello");
    private final OutgoingMail mail =
        new OutgoingMail("<id@example.com>", "Other <other@example.com>", content, null, Date.from(NOW));
    private MailDelivery delivery;

    private final MailOutcomes outcomes = mock(MailOutcomes.class);

    @BeforeEach
    void setUp() {
        when(mails.findById(1L)).thenReturn(Optional.of(mail));
        when(mails.findWithAttachment(1L)).thenReturn(Optional.of(mail));
        when(mails.findBody(any())).thenReturn(Optional.of(new MailBody(1L, content)));
        when(sender.createMimeMessage()).thenAnswer(call -> new MimeMessage(Session.getInstance(new Properties())));
        before(0, null);
        delivery = new MailDelivery(mails, mock(Documents.class), new MailConnections(sender, 2), SETTINGS, List.of(outcomes),
            Clock.fixed(NOW, ZoneOffset.UTC), mock(PlatformTransactionManager.class));
    }

    private void before(long others, Integer attempts) {
        when(mails.countQueuedBefore(eq("ann@example.com"), any(), any())).thenReturn(List.<Object[]>of(new Object[] {others, attempts}));
    }

    private Duration deliver() {
        return delivery.deliver(1L, scheduler);
    }

    @Test
    void sendsOnceAndNotesIt() throws Exception {
        assertThat(deliver()).isNull();
        assertThat(deliver()).isNull();

        ArgumentCaptor<MimeMessage> sent = ArgumentCaptor.forClass(MimeMessage.class);
        verify(sender).send(sent.capture());
        verify(outcomes).sent(any());
        assertThat(sent.getValue().getHeader("Message-ID")).containsExactly("<id@example.com>");
        assertThat(sent.getValue().getSubject()).isEqualTo("Subject");
        assertThat(sent.getValue().getFrom()[0]).hasToString("Other <other@example.com>");
        assertThat(mail.getState()).isEqualTo(MailState.SENT);
        assertThat(mail.getSentAt()).isEqualTo(NOW);
    }

    /** As in tables that were restored in part. */
    @Test
    void sendsNothingOfWhichNobodyKnowsWhatItSays() {
        when(mails.findBody(any())).thenReturn(Optional.empty());

        assertThat(deliver()).isEqualTo(Duration.ofSeconds(1));

        verify(sender, never()).send(any(MimeMessage.class));
        assertThat(mail.getLastError()).contains("Nobody knows");
    }

    @Test
    void triesAgainAfterAFailureAndForgetsIt() {
        doThrow(new MailSendException("down")).doNothing().when(sender).send(any(MimeMessage.class));

        assertThat(deliver()).isEqualTo(Duration.ofSeconds(1));
        assertThat(mail.getState()).isEqualTo(MailState.QUEUED);
        assertThat(mail.getLastError()).contains("down");
        assertThat(mail.getFailure()).isEqualTo(MailFailure.UNKNOWN);

        assertThat(deliver()).isNull();
        assertThat(mail.getAttempts()).isEqualTo(2);
        assertThat(mail.getLastError()).isNull();
        assertThat(mail.getFailure()).isNull();
    }

    @Test
    void givesUpAfterTheLastAttemptUntilSomebodyAsksAgain() {
        doThrow(new MailSendException("down")).when(sender).send(any(MimeMessage.class));

        assertThat(deliver()).isEqualTo(Duration.ofSeconds(1));
        assertThat(deliver()).isEqualTo(Duration.ofSeconds(2));
        assertThat(deliver()).isNull();
        assertThat(mail.getState()).isEqualTo(MailState.FAILED);
        verify(outcomes).failed(any());
        verify(outcomes, never()).sent(any());
        assertThat(deliver()).isNull();
        verify(sender, times(ATTEMPTS)).send(any(MimeMessage.class));

        doNothing().when(sender).send(any(MimeMessage.class));
        mail.requeue("ann@example.com");
        assertThat(deliver()).isNull();
        assertThat(mail.getState()).isEqualTo(MailState.SENT);
    }

    @Test
    void aFaultThatNobodyExpectedEndsLikeEveryOther() {
        doThrow(new IllegalStateException("no such file")).when(sender).send(any(MimeMessage.class));

        assertThat(deliver()).isEqualTo(Duration.ofSeconds(1));
        assertThat(deliver()).isEqualTo(Duration.ofSeconds(2));
        assertThat(deliver()).isNull();
        assertThat(mail.getFailure()).isEqualTo(MailFailure.UNKNOWN);
        assertThat(mail.getLastError()).contains("no such file");
    }

    @Test
    void waitsForWhatWasQueuedBeforeToTheSameRecipientAndSeesToItThatThisIsTried() {
        before(3, 0);
        when(mails.findQueued(eq("ann@example.com"), any())).thenReturn(List.of(7L));

        assertThat(deliver()).isEqualTo(Duration.ofSeconds(3));
        before(1, 5);
        assertThat(deliver()).as("as the first one does").isEqualTo(Duration.ofSeconds(16));
        before(5000, 0);
        assertThat(deliver()).isEqualTo(Duration.ofMinutes(5));

        verify(scheduler, times(3)).scheduleIfNotExists(new TaskInstance<>("rtn-mail", "7"), NOW);
        verify(sender, never()).send(any(MimeMessage.class));
        assertThat(mail.getAttempts()).isZero();
    }

    @Test
    void callsTheNextOneToTheSameRecipientWhenItIsDoneAndNotWhileItIsTried() {
        when(mails.findQueued(eq("ann@example.com"), any())).thenReturn(List.of(2L));
        doThrow(new MailSendException("down")).doNothing().when(sender).send(any(MimeMessage.class));

        deliver();
        verifyNoInteractions(scheduler);

        deliver();
        verify(scheduler).reschedule(new TaskInstance<>("rtn-mail", "2"), NOW);
    }

    @Test
    void aMailIsDoneWhateverBecomesOfTheCallToTheNextOne() {
        when(mails.findQueued(eq("ann@example.com"), any())).thenReturn(List.of(2L));
        TaskInstance<Void> next = new TaskInstance<>("rtn-mail", "2");
        when(scheduler.reschedule(next, NOW)).thenThrow(
            new ExecutionException("Expected one execution to be updated, but updated 0", new Execution(NOW, next)));

        assertThat(deliver()).isNull();

        assertThat(mail.getState()).isEqualTo(MailState.SENT);
    }

    @Test
    void aNoteThatOthersPreventIsMadeAgainSinceTheMailIsGone() {
        when(mails.findById(1L)).thenThrow(new CannotAcquireLockException("deadlock")).thenReturn(Optional.of(mail));

        assertThat(deliver()).isNull();

        assertThat(mail.getState()).isEqualTo(MailState.SENT);
        verify(sender).send(any(MimeMessage.class));
    }

    @Test
    void onlyAFailedMailCanBeQueuedAgain() {
        assertThatIllegalStateException().isThrownBy(() -> mail.requeue("ann@example.com"));
    }
}
