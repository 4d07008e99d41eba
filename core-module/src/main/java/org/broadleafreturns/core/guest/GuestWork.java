package org.broadleafreturns.core.guest;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.QueuedContent;
import org.broadleafreturns.core.mail.WireAddress;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.platform.PlacedOrder;
import org.broadleafreturns.core.platform.PlacedOrders;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnLookup;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out whether somebody who asks to be let in, or to take an order over, knows an order and its address, and mails a code; where nobody
 * can measure it.
 */
class GuestWork {

    static final String TASK = "rtn-guest-code";

    private static final Duration PAUSE = Duration.ofSeconds(20);
    /** Who asks for the same twice within that time has pressed twice, and gets one mail. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int CODES_A_DAY = 5;

    private final GuestEntries entries;
    private final GuestCodes codes;
    private final GuestTerms terms;
    private final GuestMails mails;
    private final PlacedOrders placed;
    private final ShopOrders orders;
    private final ReturnLookup lookup;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    GuestWork(GuestEntries entries, GuestCodes codes, GuestTerms terms, GuestMails mails, PlacedOrders placed, ShopOrders orders,
            ReturnLookup lookup, Outbox outbox, Clock clock, PlatformTransactionManager transactionManager) {
        this.entries = entries;
        this.codes = codes;
        this.terms = terms;
        this.mails = mails;
        this.placed = placed;
        this.orders = orders;
        this.lookup = lookup;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** The background work; an instance is named by the entry's identifier. */
    static CustomTask<Void> task(Supplier<GuestWork> work) {
        return Tasks.custom(TASK, Void.class)
            .onFailure((attempt, operations) -> operations.reschedule(attempt, attempt.getTimeDone().plus(PAUSE)))
            .execute((instance, context) -> {
                work.get().receive(Long.valueOf(instance.getId()));
                return (attempt, operations) -> operations.remove();
            });
    }

    /**
     * Does nothing for an entry that has its code already, or for which one would come too late. Those to one order come one after the
     * other, so that they are counted right; the order is looked up before that, since what a transaction has read it may go on reading.
     */
    void receive(Long id) {
        Optional<Long> about = transaction.execute(status -> waiting(id).flatMap(this::order).map(PlacedOrder::id));
        about.ifPresent(order -> transaction.executeWithoutResult(status -> {
            orders.lock(order);
            waiting(id).ifPresent(entry -> order(entry).ifPresent(found -> mail(entry, found)));
        }));
    }

    private Optional<GuestEntry> waiting(Long id) {
        return entries.findById(id).filter(entry -> entry.getCodeHash() == null
            && clock.instant().isBefore(entry.getAskedAt().plus(terms.lifetimeOfCodes())));
    }

    /** The order, if it has an owner and one of its addresses was typed; what is in an account, nobody takes over. */
    private Optional<PlacedOrder> order(GuestEntry entry) {
        return placed.findTyped(entry.getOrderReference()).filter(order -> order.number() != null && order.state().customerId() != null
            && order.addresses().contains(entry.getEmail().toLowerCase(Locale.ROOT))
            && (entry.getTakerId() == null || !order.ownerHasAccount()));
    }

    /** To where mails about the order go: that address is the owner's, whichever was typed. */
    private void mail(GuestEntry entry, PlacedOrder order) {
        Optional<String> recipient = orders.findById(order.id()).flatMap(lookup::mailAddress).filter(WireAddress::isWritable);
        if (recipient.isPresent() && !isAskedAtOnce(entry, order)
                && entries.countCodes(order.id(), Date.from(clock.instant().minus(DAY))) < CODES_A_DAY) {
            String code = codes.draw();
            entry.mail(codes.hash(entry.getBrowserHash(), code), order.id(), order.state().customerId(), clock.instant());
            MailKind kind = entry.getTakerId() == null ? GuestMails.CODE_MAIL : GuestMails.TAKE_OVER_MAIL;
            outbox.queueAll(List.of(new QueuedContent(mails.code(kind, code, order.number(), recipient.get(), entry.getLanguage()), null,
                about(entry.getId()))));
        }
    }

    /** Whether it has its code already, by another press; once that one has been tried, whoever asks wants another. */
    private boolean isAskedAtOnce(GuestEntry entry, PlacedOrder order) {
        return entries.countUntried(order.id(), entry.getBrowserHash(), entry.getTakerId(), Date.from(entry.getAskedAt().minus(AT_ONCE)),
            Date.from(entry.getAskedAt().plus(AT_ONCE))) > 0;
    }

    /** By which the mail of an entry is found when it is thrown away. */
    static String about(Long entryId) {
        return "guest-" + entryId;
    }
}
