package org.broadleafreturns.core.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.broadleafreturns.core.platform.GatewayAnswer;

/**
 * How many threads are with which gateway. Each type of gateway has room of its own, so that one that never answers holds up no other.
 * A call that is over the time limit makes room for the next one and may still answer; only so many of a gateway may, and the one that
 * has taken longest is interrupted for one more. A module that does not heed that keeps its thread: then its gateway alone is not asked
 * any more, until threads come back.
 */
class GatewayThreads {

    /** So many calls of a gateway are waited for at once. */
    static final int AT_ONCE = 16;
    /** So many more may answer later. */
    static final int LATE = 16;
    /** So many threads are with all gateways together, those that heed nothing among them. */
    static final int MOST = 128;

    private final List<Call> calls = new ArrayList<>();

    /**
     * Takes a place at a gateway.
     *
     * @param gateway the code of its type, or null
     * @return empty where there is none; whoever has one asks, or {@linkplain Call#leave leaves}
     */
    synchronized Optional<Call> enter(String gateway) {
        boolean room = calls.size() < MOST && of(gateway).count() < AT_ONCE + LATE
            && of(gateway).filter(call -> !call.late).count() < AT_ONCE;
        if (!room) {
            return Optional.empty();
        }
        Call call = new Call(gateway);
        calls.add(call);
        return Optional.of(call);
    }

    private Stream<Call> of(String gateway) {
        return calls.stream().filter(call -> Objects.equals(call.gateway, gateway));
    }

    /** How many threads are with gateways. */
    synchronized int count() {
        return calls.size();
    }

    /** One call of a gateway. What is said of it is said with the lock of all of them. */
    final class Call {

        private final String gateway;
        private Thread thread;
        private boolean late;
        private boolean interrupted;

        private Call(String gateway) {
            this.gateway = gateway;
        }

        /** Asks, on this thread. An interruption that was meant for it does not outlast it. */
        GatewayAnswer during(Supplier<GatewayAnswer> asking) {
            synchronized (GatewayThreads.this) {
                thread = Thread.currentThread();
            }
            try {
                return asking.get();
            } finally {
                leave();
            }
        }

        /** It has ended, or never begun. */
        void leave() {
            synchronized (GatewayThreads.this) {
                calls.remove(this);
                thread = null;
                if (interrupted) {
                    Thread.interrupted();
                }
            }
        }

        /** Nobody waits for it any more. */
        void isLate() {
            synchronized (GatewayThreads.this) {
                late = true;
                List<Call> answering = of(gateway).filter(call -> call.late && !call.interrupted && call.thread != null).toList();
                if (answering.size() > LATE) {
                    answering.get(0).interrupt();
                }
            }
        }

        private void interrupt() {
            interrupted = true;
            thread.interrupt();
        }

        /** Whether an answer counts: one that was interrupted may say that nothing was paid, and does not know. */
        boolean isBelieved(GatewayAnswer answer) {
            synchronized (GatewayThreads.this) {
                return !interrupted || answer.outcome() == GatewayAnswer.Outcome.DONE;
            }
        }
    }
}
