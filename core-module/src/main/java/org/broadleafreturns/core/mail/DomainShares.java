package org.broadleafreturns.core.mail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * How many of a node's connections each domain of recipients has. It has one until mails to it have gone out promptly, one more
 * for each of them, and never all, so that a domain for which the mail server takes for ever does not hold up the others.
 */
final class DomainShares {

    /** A mail that takes longer may hang. */
    private static final Duration PROMPT = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MANY = 1000;
    /** For one that went out two come, so that a domain gets going again. */
    private static final int CALLED = 2;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final int most;
    private final LongSupplier nanoTime;
    private final Map<String, Share> shares = new HashMap<>();

    DomainShares(int connections) {
        this(connections, System::nanoTime);
    }

    DomainShares(int connections, LongSupplier nanoTime) {
        this.most = Math.max(1, connections - 1);
        this.nanoTime = nanoTime;
    }

    /** Takes a connection for a mail to a domain, if it may have one now; then it has to be given back. */
    synchronized Turn take(String domain, Long mailId) {
        long now = nanoTime.getAsLong();
        if (shares.size() > MANY) {
            shares.values().removeIf(share -> share.isIdle(now) && share.away.isEmpty());
        }
        Share share = shares.computeIfAbsent(domain, name -> new Share(now));
        if (share.isIdle(now)) {
            // What a domain was like a while ago says nothing.
            share.allowed = 1;
        }
        Duration longest = Duration.ofNanos(share.begun.stream().mapToLong(begun -> now - begun).max().orElse(0));
        boolean hangs = longest.compareTo(PROMPT) > 0;
        if (share.begun.size() < (hangs ? 1 : share.allowed)) {
            share.begun.add(now);
            return new Turn(domain, now, null);
        }
        if (hangs && share.away.size() < MANY) {
            share.away.add(mailId);
        }
        return new Turn(domain, now, hangs ? share.nextTurn(now, longest) : SHORT);
    }

    /**
     * @param sent whether the mail went out
     * @return mails that stay away for a while and had better come now, since their domain does not hang any more
     */
    synchronized List<Long> giveBack(Turn turn, boolean sent) {
        Share share = shares.get(turn.domain);
        share.begun.remove(turn.begun);
        share.lastDone = nanoTime.getAsLong();
        if (Duration.ofNanos(share.lastDone - turn.begun).compareTo(PROMPT) > 0) {
            share.allowed = 1;
        } else if (sent) {
            share.allowed = Math.min(most, share.allowed + 1);
        }
        List<Long> called = new ArrayList<>();
        if (sent) {
            share.nextTurn = share.lastDone;
        }
        while (sent && called.size() < CALLED && !share.away.isEmpty()) {
            called.add(share.away.remove());
        }
        return called;
    }

    /**
     * What a mail got that wanted a connection for its domain.
     *
     * @param begun when
     * @param away how long it had better stay away; null if it has got one
     */
    record Turn(String domain, Long begun, Duration away) {
    }

    private static final class Share {

        private final List<Long> begun = new ArrayList<>();
        private final Deque<Long> away = new ArrayDeque<>();
        private int allowed = 1;
        private long nextTurn;
        private long lastDone;

        Share(long now) {
            nextTurn = now;
            lastDone = now;
        }

        private boolean isIdle(long now) {
            return begun.isEmpty() && Duration.ofNanos(now - lastDone).compareTo(REMEMBERED) > 0;
        }

        /** One after the other, each as long after the one before as a mail takes now, so that they do not all come back at once. */
        private Duration nextTurn(long now, Duration pace) {
            nextTurn = Math.max(now, nextTurn) + pace.toNanos();
            Duration wait = Duration.ofNanos(nextTurn - now);
            return wait.compareTo(LONG) < 0 ? wait
                : Duration.ofMillis(ThreadLocalRandom.current().nextLong(LONG.toMillis() / 2, LONG.toMillis()));
        }
    }
}
