package org.broadleafreturns.core.withdrawal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.mail.QueuedContent;
import org.springframework.data.domain.PageRequest;

/**
 * Writes acknowledgements. Whoever floods the page with other people's addresses does not have the shop write to them: beyond a few an
 * acknowledgement waits for a merchant. All methods take part in the caller's transaction.
 */
class WithdrawalAcknowledgements {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int A_DAY_OF_ORDERS = 5;
    private static final int A_DAY_OF_NONE = 3;
    private static final int AN_HOUR_OF_NETWORK = 50;
    /** The shop sees them all in its list. */
    private static final int AN_HOUR_TO_THE_SHOP = 30;

    private final WithdrawalStatements statements;
    private final WithdrawalMails mails;
    private final Outbox outbox;
    private final Clock clock;

    WithdrawalAcknowledgements(WithdrawalStatements statements, WithdrawalMails mails, Outbox outbox, Clock clock) {
        this.statements = statements;
        this.mails = mails;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Acknowledges a statement that was compared with the shop's orders and never acknowledged, or lets that wait. */
    void acknowledge(WithdrawalStatement statement, WithdrawalReceipt receipt) {
        if (!statement.getEmail().isEmpty()) {
            MailContent content = mails.received(receipt, statement.getEmail());
            boolean held = isToWait(statement);
            queue(statement, content, held);
            if (!held) {
                statement.acknowledge(now());
            }
        }
    }

    /** Tells the shop of a statement, once. */
    void tell(WithdrawalStatement statement, WithdrawalReceipt receipt) {
        if (statement.getEnteredBy() != null || !isAmongTheFirstOfTheHour()) {
            return;
        }
        Set<String> told = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        outbox.reportsAbout(List.of(statement.getNumber())).values().forEach(some -> some.forEach(mail -> told.add(mail.recipient())));
        List<QueuedContent> toShop = mails.stated(receipt).stream().filter(content -> !told.contains(content.recipient()))
            .map(content -> new QueuedContent(content, null, statement.getNumber())).toList();
        if (!toShop.isEmpty()) {
            outbox.queueAll(toShop);
        }
    }

    /** There may be thousands: no more are looked at than it takes to see that. */
    private boolean isAmongTheFirstOfTheHour() {
        return statements.findRecorded(since(HOUR), PageRequest.of(0, AN_HOUR_TO_THE_SHOP + 1)).size() <= AN_HOUR_TO_THE_SHOP;
    }

    /** By the statement's number all of its mails are found when they have to be forgotten. */
    private void queue(WithdrawalStatement statement, MailContent content, boolean held) {
        statement.setMail(outbox.queueAll(List.of(new QueuedContent(content, null, statement.getNumber(), held))).get(0).getId());
    }

    private boolean isToWait(WithdrawalStatement statement) {
        if (statement.getEnteredBy() != null) {
            return false;
        }
        if (statement.getOrderId() != null) {
            return statements.countAcknowledgedOfOrders(statement.getAddressKey(), since(DAY)) >= A_DAY_OF_ORDERS;
        }
        return statements.countAcknowledgedOfNone(statement.getAddressKey(), since(DAY)) >= A_DAY_OF_NONE
            || statement.getNetworkKey() != null
                && statements.countOfNetwork(statement.getNetworkKey(), since(HOUR)) >= AN_HOUR_OF_NETWORK;
    }

    /** Lets go of one that waits; whether one did. */
    boolean release(WithdrawalStatement statement) {
        boolean held = mail(statement).filter(mail -> mail.getState() == MailState.HELD).isPresent();
        if (held) {
            outbox.release(statement.getMailId());
            statement.acknowledge(now());
        }
        return held;
    }

    /**
     * Sends it again, the failed one itself or another of the same words. One that waits never goes out then; one that is on its way to
     * that address already goes out once.
     */
    void sendAgain(WithdrawalStatement statement, WithdrawalReceipt receipt, String recipient) {
        Optional<OutgoingMail> last = mail(statement);
        if (last.filter(mail -> mail.getState() == MailState.QUEUED && mail.getRecipient().equalsIgnoreCase(recipient)).isPresent()) {
            return;
        }
        if (last.filter(mail -> mail.getState() == MailState.FAILED).isPresent()) {
            outbox.sendAgain(last.get(), recipient);
        } else {
            last.ifPresent(mail -> outbox.drop(mail.getId()));
            queue(statement, mails.received(receipt, recipient), false);
        }
        statement.acknowledge(now());
    }

    private Optional<OutgoingMail> mail(WithdrawalStatement statement) {
        return statement.getMailId() == null ? Optional.empty() : statements.findMail(statement.getMailId());
    }

    private String now() {
        return WithdrawalMoment.utc(clock.instant());
    }

    private String since(Duration time) {
        return WithdrawalMoment.utc(clock.instant().minus(time));
    }
}
