package org.broadleafreturns.core.guest;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.broadleafreturns.core.platform.Deadlocks;
import org.broadleafreturns.core.platform.PlacedOrder;
import org.broadleafreturns.core.platform.PlacedOrders;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.takeover.TakenOrders;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Customers with an account take over orders that were placed without one. As with guests, that somebody asks is noted and nothing else, and
 * a code goes to the address that mails about the order go to. The platform's order stays as it is; for returns it is the customer's then,
 * until the shop moves it.
 */
public class TakeOver {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_AN_HOUR = 20;
    private static final int MOST_SHOWN = 20;
    private static final Pageable LAST = PageRequest.of(0, 1);

    private final GuestEntries entries;
    private final GuestCodes codes;
    private final CodeTries tries;
    private final GuestTerms terms;
    private final BackgroundTasks tasks;
    private final TakenOrders taken;
    private final PlacedOrders placed;
    private final ShopOrders orders;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TakeOver(GuestEntries entries, GuestCodes codes, CodeTries tries, GuestTerms terms, BackgroundTasks tasks, TakenOrders taken,
            PlacedOrders placed, ShopOrders orders, Clock clock, PlatformTransactionManager transactionManager) {
        this.entries = entries;
        this.codes = codes;
        this.tries = tries;
        this.terms = terms;
        this.tasks = tasks;
        this.taken = taken;
        this.placed = placed;
        this.orders = orders;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Whether orders can be taken over at all: where guests are let in. */
    public boolean isOpen() {
        return terms.enabled();
    }

    /**
     * What became of a code.
     *
     * @param order the number of the order that is the customer's now; empty if the code was not right, or its time was over
     * @param triesLeft how often another one can be tried
     */
    public record Answer(Optional<String> order, int triesLeft) {
    }

    /**
     * Notes that a customer wants to take an order over.
     *
     * @param asked with the address of the customer's account
     * @return whether it was noted; a customer asks twenty times an hour at most
     */
    public boolean ask(Long customer, AskedEntry asked) {
        return transaction.execute(status -> {
            if (entries.countAskedBy(customer, Date.from(clock.instant().minus(HOUR))) >= MOST_AN_HOUR) {
                return false;
            }
            GuestEntry entry = entries.save(new GuestEntry(codes.hashOfBrowser(codes.drawForBrowser()), asked, customer, clock.instant()));
            tasks.schedule(new TaskInstance<>(GuestWork.TASK, entry.getId().toString()), clock.instant());
            return true;
        });
    }

    /** What a customer has asked for last; empty if nothing, or it is too long ago. */
    public Optional<AskedEntry> asked(Long customer) {
        return transaction.execute(status -> of(customer, LAST).stream().findFirst().map(GuestEntry::asked));
    }

    private List<GuestEntry> of(Long customer, Pageable some) {
        return entries.findOfTaker(customer, terms.rememberedSince(clock.instant()), some);
    }

    /**
     * Tries a code for all that a customer has asked for lately; the right one makes the order theirs. The same once more changes
     * nothing. What is no code counts as a try, too.
     */
    public Answer enter(Long customer, String typed) {
        CodeTries.Tried tried = transaction.execute(status -> tries.of(typed, of(customer, CodeTries.TOGETHER)));
        return new Answer(tried.right().flatMap(entry -> Deadlocks.triedTwice(() -> transaction.execute(status ->
            take(entry.getOrderId(), entry.getCustomerId(), customer)))), tried.left());
    }

    /** The number of the order that is the customer's then; empty if it has become somebody else's since the code was mailed. */
    private Optional<String> take(Long order, Long from, Long customer) {
        orders.lockCustomer(customer);
        orders.lock(order);
        Optional<PlacedOrder> now = placed.find(order);
        if (now.filter(found -> customer.equals(found.state().customerId())).isEmpty()) {
            now = now.filter(found -> from.equals(found.state().customerId()) && !found.ownerHasAccount());
            now.ifPresent(found -> taken.take(order, customer, from, clock.instant()));
        }
        return now.map(PlacedOrder::number);
    }

    /** The numbers of the orders that a customer has taken over last and that still are theirs, the last one first. */
    public List<String> latestOf(Long customer) {
        return transaction.execute(status -> {
            List<Long> ids = taken.latestOf(customer, MOST_SHOWN);
            Map<Long, String> numbers = placed.numbersOf(ids);
            return ids.stream().map(numbers::get).filter(Objects::nonNull).toList();
        });
    }

    /** Whether a customer has taken over the order of that number, and it still is theirs. */
    public boolean has(Long customer, String orderNumber) {
        return transaction.execute(status -> taken.has(customer, orderNumber));
    }
}
