package org.broadleafreturns.core.refund;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.platform.GatewayAnswer;
import org.broadleafreturns.core.platform.GatewayRefund;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.request.ReturnSteps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks gateways for refunds that are written down: each try once, without a transaction or a turn, for as long as a time limit of the
 * module's own. What it is about to ask it notes before. A try that was noted and has no outcome, since its node has died or the limit
 * is over, is unknown, and never made again by itself; its answer may still come. An outcome that cannot be written down just now, since
 * the order or the database is busy, is written down later.
 *
 * <p>Each node looks by itself for what others have left, and whoever notes it first asks: as a task of the shop's background work it
 * would come to nodes without gateways, which know nothing of it.
 */
public class RefundCalls implements SmartLifecycle, DisposableBean {

    /** Why the system writes down what became of a refund. */
    static final String GROUND = "rtn.ground.gateway";

    private static final Logger LOG = LoggerFactory.getLogger(RefundCalls.class);
    /** So many are looked at at once, the ones after them the next time. */
    private static final int SOME = 16;
    /** How often an outcome is tried to be written down; each pause is twice as long as that before it, a quarter of an hour in all. */
    private static final int MOST_ATTEMPTS = 10;
    /** What is under way when the application ends has so long. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final RefundPayments refundPayments;
    private final RefundWriting writing;
    private final ShopPayments payments;
    private final ReturnSteps steps;
    private final Clock clock;
    private final RefundPace pace;
    private final TransactionTemplate transaction;
    private volatile boolean ending;
    private final GatewayThreads gateways = new GatewayThreads();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> daemon(work, "rtn-refund"));
    private ScheduledExecutorService looking;
    /** The last one that was found when there were more than some. */
    private long foundUpTo;

    RefundCalls(RefundPayments refundPayments, RefundWriting writing, ShopPayments payments, ReturnSteps steps, Clock clock,
            RefundPace pace, PlatformTransactionManager transactionManager) {
        this.refundPayments = refundPayments;
        this.writing = writing;
        this.payments = payments;
        this.steps = steps;
        this.clock = clock;
        this.pace = pace;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void start() {
        if (looking == null) {
            looking = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "rtn-refunds"));
            looking.scheduleWithFixedDelay(this::look, pace.poll().toMillis(), pace.poll().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (looking != null) {
            looking.shutdownNow();
            looking = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }

    private void look() {
        try {
            run();
        } catch (RuntimeException e) {
            // The next time it may be possible.
            LOG.warn("Refunds that nobody has asked gateways for cannot be looked for", e);
        }
    }

    /** Asks for what nobody has asked for, without waiting, and gives up waiting for what nobody waits for any more. */
    void run() {
        // What is committed is asked for at once: who is found after a while has lost whoever was to do it.
        Instant forgotten = clock.instant().minus(pace.poll());
        Date before = Date.from(forgotten.minus(pace.limit()));
        transaction.execute(status -> refundPayments.findUnanswered(before, PageRequest.of(0, SOME)))
            .forEach(part -> transaction.execute(status -> refundPayments.findById(part).map(RefundPayment::key))
                .ifPresent(key -> settle(new Try(part, key, null), RefundState.UNKNOWN, null, Map.of())));
        List<Long> unasked = transaction.execute(status ->
            refundPayments.findUnasked(Date.from(forgotten), foundUpTo, PageRequest.of(0, SOME)));
        // Some may be of a gateway that has no room: those behind them are not to wait for these.
        foundUpTo = unasked.size() < SOME ? 0 : unasked.get(SOME - 1);
        begin(unasked);
    }

    /**
     * Asks gateways for parts of refunds, unless somebody else does, all at once, and waits for them. On threads of their own, for
     * whose sessions everything is as it is in the database.
     */
    void ask(Collection<Long> parts) {
        begin(parts).join();
    }

    private CompletableFuture<Void> begin(Collection<Long> parts) {
        return CompletableFuture.allOf(parts.stream().map(part -> CompletableFuture.runAsync(() -> {
            try {
                askFor(part);
            } catch (RuntimeException e) {
                LOG.error("Refund payment {} was not asked for, or its outcome not written down", part, e);
            }
        }, threads)).toArray(CompletableFuture[]::new));
    }

    /**
     * What a gateway is asked.
     *
     * @param refund null where it cannot be asked
     */
    private record Try(Long part, String key, GatewayRefund refund) {
    }

    private void askFor(Long part) {
        if (!ending) {
            transaction.execute(status -> claim(part)).flatMap(this::prepared).ifPresent(ready ->
                gateways.enter(ready.refund().gateway()).ifPresentOrElse(call -> put(ready, call), () -> {
                    LOG.warn("Refund payment {} waits: too many calls of gateway {} have no answer yet", part, ready.refund().gateway());
                    giveBack(ready);
                }));
        }
    }

    private void giveBack(Try ready) {
        transaction.executeWithoutResult(status -> refundPayments.giveBack(ready.part()));
    }

    private Optional<Try> claim(Long part) {
        return refundPayments.claim(part, Date.from(clock.instant())) == 0 ? Optional.empty()
            : refundPayments.findById(part).map(found -> new Try(part, found.key(), null));
    }

    /** In a transaction of its own, which only reads; nothing was asked where that fails. */
    private Optional<Try> prepared(Try claimed) {
        try {
            return Optional.of(transaction.execute(status -> {
                RefundPayment part = refundPayments.findById(claimed.part()).orElseThrow();
                return new Try(claimed.part(), claimed.key(), payments.prepare(part.getCaptureId(), part.getAmount(), claimed.key()));
            }));
        } catch (RuntimeException e) {
            LOG.warn("Refund payment {} cannot be asked for", claimed.part(), e);
            settle(claimed, RefundState.FAILED, e instanceof IllegalStateException ? e.getMessage() : e.toString(), Map.of());
            return Optional.empty();
        }
    }

    private void put(Try ready, GatewayThreads.Call call) {
        CompletableFuture<GatewayAnswer> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> answer.completeAsync(() -> call.during(() -> payments.ask(ready.refund())), Runnable::run));
        } catch (RejectedExecutionException e) {
            // The application ends, and nothing was asked.
            call.leave();
            giveBack(ready);
            return;
        }
        try {
            settle(ready, answer.get(pace.limit().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            LOG.warn("Refund payment {} has no answer within {}", ready.part(), pace.limit());
            call.isLate();
            settle(ready, RefundState.UNKNOWN, null, Map.of());
            answer.thenAccept(late -> {
                if (call.isBelieved(late)) {
                    settle(ready, late);
                }
            });
        } catch (ExecutionException e) {
            settle(ready, RefundState.UNKNOWN, String.valueOf(e.getCause()), Map.of());
        } catch (InterruptedException e) {
            // The application has ended: another one notes that nobody knows.
            Thread.currentThread().interrupt();
        }
    }

    private void settle(Try tried, GatewayAnswer answer) {
        RefundState outcome = switch (answer.outcome()) {
            case DONE -> RefundState.DONE;
            case FAILED -> RefundState.FAILED;
            case UNKNOWN -> RefundState.UNKNOWN;
        };
        settle(tried, outcome, answer.words(), answer.fields());
    }

    private void settle(Try tried, RefundState outcome, String words, Map<String, String> fields) {
        write(new RefundOutcome(tried.part(), tried.key(), outcome, words, fields, writing), tried, 1);
    }

    /** What cannot be written down at all goes on pending and becomes unknown, when its time is over. */
    private void write(RefundOutcome outcome, Try tried, int attempt) {
        try {
            String number = transaction.execute(status -> refundPayments.findReturnNumber(tried.part())).orElseThrow();
            steps.execute(number, outcome, Actor.system(GROUND));
        } catch (RuntimeException e) {
            if (attempt == MOST_ATTEMPTS) {
                LOG.error("That refund payment {} is {} could not be written down", tried.part(), outcome, e);
                return;
            }
            LOG.warn("That refund payment {} is {} cannot be written down yet", tried.part(), outcome, e);
            CompletableFuture.delayedExecutor(1L << (attempt - 1), TimeUnit.SECONDS, threads)
                .execute(() -> write(outcome, tried, attempt + 1));
        }
    }

    /** What is under way may end; what was not asked for yet others do. */
    @Override
    public void destroy() throws InterruptedException {
        ending = true;
        stop();
        threads.shutdown();
        if (!threads.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("The application ends while {} gateways are asked for refunds", gateways.count());
            threads.shutdownNow();
        }
    }
}
