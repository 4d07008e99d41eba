package org.broadleafreturns.core.mail;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import javax.mail.MessagingException;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands one queued mail to the mail server and notes what became of it. No transaction is open while the server is talked
 * to. Between the server's yes and the note of it lies the only moment in which a crash makes a mail go out twice; both
 * then carry the same Message-ID.
 */
class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    private static final int MAXIMUM_DOUBLINGS = 16;

    private final OutgoingMails mails;
    private final Documents documents;
    private final JavaMailSender sender;
    private final ReturnsSettings settings;
    private final List<MailOutcomes> outcomes;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MailDelivery(OutgoingMails mails, Documents documents, JavaMailSender sender, ReturnsSettings settings,
            List<MailOutcomes> outcomes, Clock clock, PlatformTransactionManager transactionManager) {
        this.mails = mails;
        this.documents = documents;
        this.sender = sender;
        this.settings = settings;
        this.outcomes = outcomes;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** How an attempt ended. */
    enum Outcome { DONE, RETRY, GIVEN_UP }

    /** The background work that sends a mail; an instance is named by the mail's identifier. */
    OneTimeTask<Void> task() {
        return Tasks.oneTime("rtn-mail")
            .onFailure(this::tryLater)
            .execute((instance, context) -> {
                if (deliver(Long.valueOf(instance.getId())) == Outcome.RETRY) {
                    throw new NotYetDelivered();
                }
            });
    }

    private void tryLater(ExecutionComplete attempt, ExecutionOperations<Void> operations) {
        int failuresBefore = attempt.getExecution().consecutiveFailures;
        Duration wait = settings.mail().firstRetry().multipliedBy(1L << Math.min(failuresBefore, MAXIMUM_DOUBLINGS));
        operations.reschedule(attempt, attempt.getTimeDone().plus(wait));
    }

    /** Sends the mail unless it went out already. */
    Outcome deliver(Long mailId) {
        OutgoingMail mail = transaction.execute(status -> mails.findWithAttachment(mailId).orElse(null));
        if (mail == null || mail.getState() != MailState.QUEUED) {
            return Outcome.DONE;
        }
        if (!WireAddress.isWritable(mail.getRecipient())) {
            note(mailId, OutgoingMail::markUnwritable);
            return Outcome.GIVEN_UP;
        }
        try {
            sender.send(message(mail));
        } catch (MessagingException | RuntimeException e) {
            // Whatever it is, a mail is not tried for ever.
            LOG.warn("Mail {} not sent at attempt {}: {}", mail.getMessageId(), mail.getAttempts() + 1, e.toString());
            return noteFailure(mailId, e);
        }
        note(mailId, sent -> sent.markSent(Date.from(clock.instant())));
        return Outcome.DONE;
    }

    private Outcome noteFailure(Long mailId, Exception failure) {
        int attempts = MailFailure.isPermanent(failure) ? 0 : settings.mail().attempts();
        MailState state = note(mailId, failed -> failed.markAttemptFailed(MailFailure.of(failure), failure.toString(), attempts));
        return state == MailState.FAILED ? Outcome.GIVEN_UP : Outcome.RETRY;
    }

    private MailState note(Long mailId, Consumer<OutgoingMail> note) {
        return transaction.execute(status -> {
            OutgoingMail mail = mails.findById(mailId).orElseThrow();
            note.accept(mail);
            tell(mail);
            return mail.getState();
        });
    }

    private void tell(OutgoingMail mail) {
        if (mail.getState() == MailState.FAILED) {
            outcomes.forEach(listener -> listener.failed(mail.getId()));
        } else if (mail.getState() == MailState.SENT) {
            outcomes.forEach(listener -> listener.sent(mail.getId()));
        }
    }

    private MimeMessage message(OutgoingMail mail) throws MessagingException {
        MailContent content = mail.content();
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom(sender(mail.getSender()));
        helper.setTo(written(content.recipient()));
        helper.setSubject(content.subject());
        helper.setText(content.text(), content.html());
        ReturnDocument attachment = mail.getAttachment();
        if (attachment != null) {
            helper.addAttachment(attachment.getFileName(), new DocumentAttachment(attachment, documents));
        }
        message.setHeader("Message-ID", mail.getMessageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static InternetAddress sender(String header) throws AddressException {
        InternetAddress sender = new InternetAddress(header);
        sender.setAddress(written(sender.getAddress()));
        return sender;
    }

    private static String written(String address) throws AddressException {
        return WireAddress.of(address).orElseThrow(() -> new AddressException(WireAddress.UNWRITABLE, address));
    }

    /** Tells the scheduler to try again; what went wrong is noted with the mail. */
    private static final class NotYetDelivered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotYetDelivered() {
            super("Mail not delivered yet", null, false, false);
        }
    }
}
