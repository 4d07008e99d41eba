package org.broadleafreturns.core.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.data.domain.PageRequest;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands queued mails to the mail server, several at once, and notes what became of each before its connection is used for another.
 * No transaction is open while the server is talked to. Between the server's yes and the note of it lies the only moment in which
 * a crash makes a mail go out twice; both then carry the same Message-ID.
 *
 * <p>A mail is only ever sent by its own background work, which one node has at a time, and only when none that was queued before
 * it waits for the same recipient: so they go out in order, whichever nodes send them.
 */
class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    private static final String TASK = "rtn-mail";

    private static final int MAXIMUM_DOUBLINGS = 16;

    /** Mails that wait for another one look again after so long for each that is before them, unless they are called. */
    private static final Duration PER_MAIL = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** So often it is tried to note what became of a mail while others change the same rows. */
    private static final int NOTES = 4;

    private final OutgoingMails mails;
    private final Documents documents;
    private final MailConnections connections;
    private final DomainShares domains;
    private final ReturnsSettings settings;
    private final List<MailOutcomes> outcomes;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MailDelivery(OutgoingMails mails, Documents documents, MailConnections connections, ReturnsSettings settings,
            List<MailOutcomes> outcomes, Clock clock, PlatformTransactionManager transactionManager) {
        this.mails = mails;
        this.documents = documents;
        this.connections = connections;
        this.domains = new DomainShares(connections.most());
        this.settings = settings;
        this.outcomes = outcomes;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** The background work that sends a mail; an instance is named by the mail's identifier. */
    CustomTask<Void> task() {
        return Tasks.custom(TASK, Void.class)
            .onFailure(this::tryLater)
            .execute((instance, context) -> {
                Duration wait = deliver(Long.valueOf(instance.getId()), context.getSchedulerClient());
                return (attempt, operations) -> {
                    if (wait == null) {
                        operations.remove();
                    } else {
                        operations.reschedule(attempt, attempt.getTimeDone().plus(wait));
                    }
                };
            });
    }

    /** What the database has made fail, since what the mail server does is noted with the mail. */
    private void tryLater(ExecutionComplete attempt, ExecutionOperations<Void> operations) {
        operations.reschedule(attempt, attempt.getTimeDone().plus(pauseAfter(attempt.getExecution().consecutiveFailures + 1)));
    }

    private Duration pauseAfter(int failures) {
        return settings.mail().firstRetry().multipliedBy(1L << Math.min(failures - 1, MAXIMUM_DOUBLINGS));
    }

    private static TaskInstance<Void> instance(Long mailId) {
        return new TaskInstance<>(TASK, mailId.toString());
    }

    private void call(Long mailId, SchedulerClient scheduler) {
        try {
            scheduler.reschedule(instance(mailId), clock.instant());
        } catch (TaskInstanceException e) {
            // It has just looked, or looks just now, and looks again after a while; or somebody has sent it.
            LOG.debug("Mail {} comes by itself: {}", mailId, e.toString());
        }
    }

    /**
     * Sends a mail unless it went out already or others are to go out before it.
     *
     * @param scheduler is told when others come next
     * @return how long to wait before it is tried again; null if never
     */
    Duration deliver(Long mailId, SchedulerClient scheduler) {
        try (MailConnections.Place place = connections.take()) {
            Due due = transaction.execute(status -> mails.findWithAttachment(mailId)
                .filter(mail -> mail.getState() == MailState.QUEUED).map(this::withThoseBefore).orElse(null));
            if (due == null) {
                return null;
            }
            if (due.before > 0) {
                return waitBehindOthers(due, scheduler);
            }
            Optional<String> address = WireAddress.of(due.mail.getRecipient());
            return address.isEmpty() ? noted(mailId, OutgoingMail::markUnwritable, scheduler)
                : send(mailId, due, address.get(), place, scheduler);
        }
    }

    /** Who waits is called when its turn comes, and does not rely on that. */
    private Duration waitBehindOthers(Due due, SchedulerClient scheduler) {
        // A mail without work of its own, as in tables that were restored in part, would hold up the others for ever.
        scheduler.scheduleIfNotExists(instance(due.first), clock.instant());
        Duration waited = Duration.between(due.mail.getQueuedAt().toInstant(), clock.instant());
        return Stream.of(PER_MAIL.multipliedBy(due.before), waited.dividedBy(10),
            due.failures == 0 ? PER_MAIL : pauseAfter(due.failures)).max(Comparator.naturalOrder())
            .filter(wait -> wait.compareTo(LONGEST_WAIT) < 0).orElse(LONGEST_WAIT);
    }

    private Due withThoseBefore(OutgoingMail mail) {
        Object[] before = mails.countQueuedBefore(mail.getRecipient(), mail.getQueuedAt(), mail.getId()).get(0);
        int number = ((Number) before[0]).intValue();
        return number == 0 ? new Due(mail, mails.findBody(mail.getId()).orElse(null), 0, 0, null)
            : new Due(mail, null, number, ((Number) before[1]).intValue(), first(mail.getRecipient()));
    }

    private Long first(String recipient) {
        return mails.findQueued(recipient, PageRequest.of(0, 1)).stream().findFirst().orElse(null);
    }

    private Duration send(Long mailId, Due due, String address, MailConnections.Place place, SchedulerClient scheduler) {
        DomainShares.Turn turn = domains.take(address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT), mailId);
        if (turn.away() != null) {
            return turn.away();
        }
        List<Long> called;
        boolean sent = false;
        try {
            place.send(message(due, place.newMessage()));
            sent = true;
        } catch (MessagingException | RuntimeException e) {
            // Whatever it is, a mail is not tried for ever.
            LOG.warn("Mail {} not sent at attempt {}: {}", due.mail.getMessageId(), due.mail.getAttempts() + 1, e.toString());
            int attempts = MailFailure.isPermanent(e) ? 0 : settings.mail().attempts();
            return noted(mailId, failed -> failed.markAttemptFailed(MailFailure.of(e), e.toString(), attempts), scheduler);
        } finally {
            called = domains.giveBack(turn, sent);
        }
        Duration never = noted(mailId, gone -> gone.markSent(Date.from(clock.instant())), scheduler);
        called.forEach(waiting -> call(waiting, scheduler));
        return never;
    }

    /** Notes what became of a mail, and calls the one that waits for the same recipient if this one is done. */
    private Duration noted(Long mailId, Consumer<OutgoingMail> note, SchedulerClient scheduler) {
        Noted noted = note(mailId, note, NOTES);
        if (noted.state == MailState.QUEUED) {
            return pauseAfter(noted.attempts);
        }
        if (noted.next != null) {
            call(noted.next, scheduler);
        }
        return null;
    }

    private Noted note(Long mailId, Consumer<OutgoingMail> note, int times) {
        try {
            return transaction.execute(status -> {
                OutgoingMail mail = mails.findById(mailId).orElseThrow();
                String recipient = mail.getRecipient();
                note.accept(mail);
                tell(mail);
                return new Noted(mail.getState(), mail.getAttempts(), mail.getState() == MailState.QUEUED ? null
                    : first(recipient));
            });
        } catch (ConcurrencyFailureException e) {
            // Somebody has just forgotten what it says, or the database broke a deadlock. A mail without a note would go out again.
            if (times <= 1) {
                throw e;
            }
            return note(mailId, note, times - 1);
        }
    }

    private void tell(OutgoingMail mail) {
        if (mail.getState() == MailState.FAILED) {
            outcomes.forEach(listener -> listener.failed(mail.getId()));
        } else if (mail.getState() == MailState.SENT) {
            outcomes.forEach(listener -> listener.sent(mail.getId()));
        }
    }

    /**
     * A mail that is to be sent.
     *
     * @param body what it says; null if it waits, or if nobody knows it any more
     * @param before how many were queued before it to the same recipient and wait
     * @param failures the most that one of them had
     * @param first of them, or null
     */
    private record Due(OutgoingMail mail, MailBody body, int before, int failures, Long first) {
    }

    /** @param next the mail that waits for the same recipient, or null */
    private record Noted(MailState state, int attempts, Long next) {
    }

    private MimeMessage message(Due due, MimeMessage message) throws MessagingException {
        OutgoingMail mail = due.mail;
        if (due.body == null) {
            throw new IllegalStateException("Nobody knows what the mail says");
        }
        MailContent content = mail.content(due.body);
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
}
