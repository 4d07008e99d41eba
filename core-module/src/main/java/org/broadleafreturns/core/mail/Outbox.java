package org.broadleafreturns.core.mail;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of mails, in the shop's own database: what is queued in a transaction is sent after it commits and never if it
 * does not, and again later as long as the mail server is away.
 */
public class Outbox {

    private final OutgoingMails mails;
    private final MailBodies bodies;
    private final BackgroundTasks tasks;
    private final AbstractTask<Void> delivery;
    private final ReturnsSettings settings;
    private final Clock clock;

    Outbox(OutgoingMails mails, MailBodies bodies, BackgroundTasks tasks, AbstractTask<Void> delivery,
            ReturnsSettings settings, Clock clock) {
        this.mails = mails;
        this.bodies = bodies;
        this.tasks = tasks;
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Queues a mail in the caller's transaction, from whoever the shop's mails come from at this moment. A mail to an address
     * that cannot be written safely is kept as failed and never tried.
     *
     * @param attachment goes with the mail, or null
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public OutgoingMail queue(MailContent content, ReturnDocument attachment) {
        return queue(new QueuedContent(content, attachment, null));
    }

    /**
     * Stores a mail in the caller's transaction that is sent when what it tells of has come true, and never if it does not. One to an
     * address that cannot be written safely is kept as failed.
     *
     * @param attachment goes with the mail, or null
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public OutgoingMail queueHeld(MailContent content, ReturnDocument attachment) {
        return queue(new QueuedContent(content, attachment, null, true));
    }

    /** Where a mail is to go that is held; empty if it is not, or not any more. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Optional<String> heldFor(Long mailId) {
        return held(mailId).map(OutgoingMail::getRecipient);
    }

    /** Queues a mail that was held, in the caller's transaction; one that is not held any more stays as it is. */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void release(Long mailId) {
        held(mailId).ifPresent(mail -> release(mailId, mail.getRecipient()));
    }

    /**
     * The same to an address of now. One that cannot be written safely lets the mail fail.
     *
     * @param recipient where it goes now, which may not be where it was to go before
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void release(Long mailId, String recipient) {
        held(mailId).ifPresent(mail -> {
            mail.release(recipient, Date.from(clock.instant()));
            if (mail.getState() == MailState.QUEUED) {
                tasks.schedule(delivery.instance(mail.getId().toString()), clock.instant());
            }
        });
    }

    private Optional<OutgoingMail> held(Long mailId) {
        return mails.findById(mailId).filter(mail -> mail.getState() == MailState.HELD);
    }

    /**
     * Writes into a mail that was queued in the caller's transaction, for the first time or again, what nobody could know when it was
     * composed.
     *
     * @param place what stands in its place in the mail
     * @param text as it is read, without characters that have a meaning in HTML
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void fill(Long mailId, String place, String text) {
        bodies.fill(mailId, place, text);
    }

    /**
     * Queues mails that are of one change in the caller's transaction, as {@link #queue} does with each.
     *
     * @return them in the same order
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public List<OutgoingMail> queueAll(List<QueuedContent> all) {
        Instant now = clock.instant();
        List<OutgoingMail> queued = all.stream().map(one -> store(one, now)).toList();
        bodies.add(IntStream.range(0, queued.size()).boxed()
            .collect(Collectors.toMap(i -> queued.get(i).getId(), i -> all.get(i).content())));
        List<TaskInstance<?>> due = queued.stream().filter(mail -> mail.getState() == MailState.QUEUED)
            .<TaskInstance<?>>map(mail -> delivery.instance(mail.getId().toString())).toList();
        if (!due.isEmpty()) {
            tasks.scheduleNew(due, now);
        }
        return queued;
    }

    private OutgoingMail queue(QueuedContent content) {
        return queueAll(List.of(content)).get(0);
    }

    private OutgoingMail store(QueuedContent content, Instant now) {
        String from = settings.mail().from();
        OutgoingMail mail = new OutgoingMail(newMessageId(from), from, content.content(), content.attachment(), Date.from(now));
        mail.setAbout(content.about());
        if (!WireAddress.isWritable(content.content().recipient())) {
            mail.markUnwritable();
        } else if (content.held()) {
            mail.hold();
        }
        return mails.save(mail);
    }

    /** Lets a mail that is held never go out, in the caller's transaction; one that is not held any more stays as it is. */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void drop(Long mailId) {
        held(mailId).ifPresent(OutgoingMail::drop);
    }

    /**
     * Queues a failed mail again.
     *
     * @param recipient where it goes now, which may not be where it went before
     * @throws IllegalStateException if the mail has not failed
     * @throws IllegalArgumentException if the address cannot be written safely; the mail stays as it is
     */
    @Transactional("blTransactionManager")
    public void sendAgain(OutgoingMail failed, String recipient) {
        OutgoingMail mail = mails.findById(failed.getId()).orElseThrow();
        mail.requeue(recipient);
        tasks.schedule(delivery.instance(mail.getId().toString()), clock.instant());
    }

    /**
     * Queues a mail to the shop in the caller's transaction.
     *
     * @param about the number of what it tells of, by which it is found when that has to be forgotten
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public OutgoingMail queueAbout(String about, MailContent content) {
        return queue(new QueuedContent(content, null, about));
    }

    /**
     * The mails to the shop, in the order in which they were queued.
     *
     * @param abouts the numbers of what they tell of
     * @return by number; those of which there are no mails are missing
     */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Map<String, List<OutgoingMail>> about(Collection<String> abouts) {
        return abouts.isEmpty() ? Map.of()
            : mails.findByAbouts(abouts).stream().collect(Collectors.groupingBy(OutgoingMail::getAbout));
    }

    /** What became of these mails, by number, without what they say. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Map<String, List<MailReport>> reportsAbout(Collection<String> abouts) {
        return abouts.isEmpty() ? Map.of() : mails.findReports(abouts).stream().collect(Collectors.groupingBy(row -> (String) row[0],
            Collectors.mapping(row -> MailReport.of((Long) row[1], (MailState) row[2], (String) row[3], (MailFailure) row[4],
                (String) row[5]), Collectors.toList())));
    }

    /** What mails say, by their identifiers; those that were blanked are missing. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Map<Long, MailCopy> copiesOf(Collection<Long> mailIds) {
        return mailIds.isEmpty() ? Map.of() : mails.findCopies(mailIds).stream().collect(Collectors.toMap(row -> (Long) row[0],
            row -> new MailCopy((String) row[1], (String) row[2], (String) row[3], (MailState) row[4], (Date) row[5])));
    }

    /** Forgets what the mails to the shop said about something, in the caller's transaction. */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void blankAbout(String about) {
        blank(mails.findByAbout(about));
    }

    /** Forgets what a mail said and to whom, in the caller's transaction. */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void blank(OutgoingMail mail) {
        blank(mails.findById(mail.getId()).stream().toList());
    }

    /** Takes mails away that nobody needs any more, with what they said, in the caller's transaction. */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void deleteAbout(Collection<String> abouts) {
        List<Long> ids = abouts.isEmpty() ? List.of() : mails.findByAbouts(abouts).stream().map(OutgoingMail::getId).toList();
        if (!ids.isEmpty()) {
            mails.deleteBodies(ids);
            mails.delete(ids);
        }
    }

    private void blank(List<OutgoingMail> some) {
        some.forEach(OutgoingMail::blank);
        if (!some.isEmpty()) {
            mails.deleteBodies(some.stream().map(OutgoingMail::getId).toList());
        }
    }

    private static String newMessageId(String from) {
        String domain = from.replaceAll("^.*@", "").replaceAll("[^A-Za-z0-9.-]", "");
        return "<" + UUID.randomUUID() + "@" + domain + ">";
    }
}
