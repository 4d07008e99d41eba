package org.broadleafreturns.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

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
import org.broadleafreturns.core.mail.MailDelivery.Outcome;
import org.broadleafreturns.core.settings.ConfiguredSettings;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;

class MailDeliveryUnitTests {

    private static final int ATTEMPTS = 3;
    private static final ReturnsSettings SETTINGS = new ConfiguredSettings(true, "R",
        new RequestWindow(30, RequestWindow.Start.DELIVERY, 5), OptionalInt.empty(), 1, 5, Locale.ENGLISH,
        List.of(Locale.ENGLISH), Locale.ENGLISH, ZoneOffset.UTC, new ReturnsSettings.Mail("Shop <shop@example.com>", List.of(), "", ATTEMPTS,
        Duration.ofSeconds(1), Duration.ofSeconds(1)), Duration.ofHours(1));

    private final OutgoingMails mails = mock(OutgoingMails.class);
    private final JavaMailSender sender = mock(JavaMailSender.class);
    private final OutgoingMail mail = new OutgoingMail("<id@example.com>", "Other <other@example.com>",
        new MailContent("ann@example.com", "Subject", "<p>Hello</p>", "Hello"), null, new Date());
    private MailDelivery delivery;

    private final MailOutcomes outcomes = mock(MailOutcomes.class);

    @BeforeEach
    void setUp() {
        when(mails.findById(1L)).thenReturn(Optional.of(mail));
        when(mails.findWithAttachment(1L)).thenReturn(Optional.of(mail));
        when(sender.createMimeMessage()).thenAnswer(call -> new MimeMessage(Session.getInstance(new Properties())));
        delivery = new MailDelivery(mails, mock(Documents.class), sender, SETTINGS, List.of(outcomes),
            Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC), mock(PlatformTransactionManager.class));
    }

    @Test
    void sendsOnceAndNotesIt() throws Exception {
        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.DONE);
        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.DONE);

        ArgumentCaptor<MimeMessage> sent = ArgumentCaptor.forClass(MimeMessage.class);
        verify(sender).send(sent.capture());
        verify(outcomes).sent(any());
        assertThat(sent.getValue().getHeader("Message-ID")).containsExactly("<id@example.com>");
        assertThat(sent.getValue().getSubject()).isEqualTo("Subject");
        assertThat(sent.getValue().getFrom()[0]).hasToString("Other <other@example.com>");
        assertThat(mail.getState()).isEqualTo(MailState.SENT);
        assertThat(mail.getSentAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void triesAgainAfterAFailureAndForgetsIt() {
        doThrow(new MailSendException("down")).doNothing().when(sender).send(any(MimeMessage.class));

        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.RETRY);
        assertThat(mail.getState()).isEqualTo(MailState.QUEUED);
        assertThat(mail.getLastError()).contains("down");
        assertThat(mail.getFailure()).isEqualTo(MailFailure.UNKNOWN);

        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.DONE);
        assertThat(mail.getAttempts()).isEqualTo(2);
        assertThat(mail.getLastError()).isNull();
        assertThat(mail.getFailure()).isNull();
    }

    @Test
    void givesUpAfterTheLastAttemptUntilSomebodyAsksAgain() {
        doThrow(new MailSendException("down")).when(sender).send(any(MimeMessage.class));

        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.RETRY);
        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.RETRY);
        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.GIVEN_UP);
        assertThat(mail.getState()).isEqualTo(MailState.FAILED);
        verify(outcomes).failed(any());
        verify(outcomes, never()).sent(any());
        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.DONE);
        verify(sender, times(ATTEMPTS)).send(any(MimeMessage.class));

        doNothing().when(sender).send(any(MimeMessage.class));
        mail.requeue("ann@example.com");
        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.DONE);
        assertThat(mail.getState()).isEqualTo(MailState.SENT);
    }

    @Test
    void aFaultThatNobodyExpectedEndsLikeEveryOther() {
        doThrow(new IllegalStateException("no such file")).when(sender).send(any(MimeMessage.class));

        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.RETRY);
        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.RETRY);
        assertThat(delivery.deliver(1L)).isEqualTo(Outcome.GIVEN_UP);
        assertThat(mail.getFailure()).isEqualTo(MailFailure.UNKNOWN);
        assertThat(mail.getLastError()).contains("no such file");
    }

    @Test
    void onlyAFailedMailCanBeQueuedAgain() {
        assertThatIllegalStateException().isThrownBy(() -> mail.requeue("ann@example.com"));
    }
}
