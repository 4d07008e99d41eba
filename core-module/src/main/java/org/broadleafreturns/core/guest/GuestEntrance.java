package org.broadleafreturns.core.guest;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets those in who are not logged in. That somebody asks is noted and nothing else: whether there is such an order, and a code to it, is
 * found out afterwards in the background, so that neither the answer nor the time that it takes tells anything of orders.
 */
public class GuestEntrance {

    static final int TRIES = 5;

    private final GuestEntries entries;
    private final GuestCodes codes;
    private final GuestTerms terms;
    private final BackgroundTasks tasks;
    private final Clock clock;
    private final TransactionTemplate transaction;

    GuestEntrance(GuestEntries entries, GuestCodes codes, GuestTerms terms, BackgroundTasks tasks, Clock clock,
            PlatformTransactionManager transactionManager) {
        this.entries = entries;
        this.codes = codes;
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
     * @return by which their browser is known again
     */
    public String ask(AskedEntry asked) {
        String browser = codes.drawForBrowser();
        transaction.executeWithoutResult(status -> {
            GuestEntry entry = entries.save(new GuestEntry(codes.hashOfBrowser(browser), asked, null, clock.instant()));
            tasks.schedule(new TaskInstance<>(GuestWork.TASK, entry.getId().toString()), clock.instant());
        });
        return browser;
    }

    /** What was asked for with a browser; empty if nothing was, or it is too long ago. */
    public Optional<AskedEntry> asked(String browser) {
        return browser == null ? Optional.empty() : transaction.execute(status ->
            entries.findByBrowserHash(codes.hashOfBrowser(browser), terms.rememberedSince(clock.instant())).map(entry -> new AskedEntry(entry.getOrderReference(), entry.getEmail(), entry.getLanguage())));
    }

    /** Tries a code. What is no code counts as a try, too: people would lose count otherwise. */
    public Answer enter(String browser, String typed) {
        String hash = codes.hashOfBrowser(browser);
        String code = GuestCodes.typed(typed).orElse("");
        Date since = terms.rememberedSince(clock.instant());
        return transaction.execute(status -> {
            boolean counted = entries.countTry(hash, since, TRIES) > 0;
            return entries.findByBrowserHash(hash, since).map(entry -> {
                boolean right = codes.isRight(entry, code) && counted && terms.isCurrent(entry, clock.instant());
                return new Answer(right ? Optional.of(new GuestPass(entry.getOrderId(), entry.getCustomerId(), null)) : Optional.empty(),
                    TRIES - entry.getTries());
            }).orElse(new Answer(Optional.empty(), 0));
        });
    }
}
