package org.broadleafreturns.core.guest;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets those in who are not logged in. That somebody asks is noted and nothing else: whether there is such an order, and a code to it, is
 * found out afterwards in the background, so that neither the answer nor the time that it takes tells anything of orders.
 */
public class GuestEntrance {

    private static final Pageable LAST = PageRequest.of(0, 1);

    private final GuestEntries entries;
    private final GuestCodes codes;
    private final CodeTries tries;
    private final GuestTerms terms;
    private final BackgroundTasks tasks;
    private final Clock clock;
    private final TransactionTemplate transaction;

    GuestEntrance(GuestEntries entries, GuestCodes codes, CodeTries tries, GuestTerms terms, BackgroundTasks tasks, Clock clock,
            PlatformTransactionManager transactionManager) {
        this.entries = entries;
        this.codes = codes;
        this.tries = tries;
        this.terms = terms;
        this.tasks = tasks;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Whether guests are let in at all. */
    public boolean isOpen() {
        return terms.enabled();
    }

    /**
     * What became of a code.
     *
     * @param pass empty if the code was not right, or its time was over
     * @param triesLeft how often another one can be tried
     */
    public record Answer(Optional<GuestPass> pass, int triesLeft) {
    }

    /**
     * Notes that somebody asks to be let in.
     *
     * @param browser by which their browser is known, or null if it is not yet
     * @return by which it is known again
     */
    public String ask(AskedEntry asked, String browser) {
        String known = browser == null ? knowBrowser() : browser;
        transaction.executeWithoutResult(status -> {
            GuestEntry entry = entries.save(new GuestEntry(codes.hashOfBrowser(known), asked, null, clock.instant()));
            tasks.schedule(new TaskInstance<>(GuestWork.TASK, entry.getId().toString()), clock.instant());
        });
        return known;
    }

    /** By which a browser is known from now on. It has it before it asks, so that who presses twice has asked with one. */
    public String knowBrowser() {
        return codes.drawForBrowser();
    }

    /** What was asked for last with a browser; empty if nothing was, or it is too long ago. */
    public Optional<AskedEntry> asked(String browser) {
        return browser == null ? Optional.empty()
            : transaction.execute(status -> of(browser, LAST).stream().findFirst().map(GuestEntry::asked));
    }

    /** Tries a code on all that was asked for with a browser. What is no code counts as a try, too: people would lose count otherwise. */
    public Answer enter(String browser, String typed) {
        return transaction.execute(status -> {
            CodeTries.Tried tried = tries.of(typed, of(browser, CodeTries.TOGETHER));
            return new Answer(tried.right().map(entry -> new GuestPass(entry.getOrderId(), entry.getCustomerId(), null)),
                tried.left());
        });
    }

    private List<GuestEntry> of(String browser, Pageable some) {
        return entries.findOfBrowser(codes.hashOfBrowser(browser), terms.rememberedSince(clock.instant()), some);
    }
}
