package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.broadleafreturns.core.platform.GatewayAnswer;
import org.junit.jupiter.api.Test;

class GatewayThreadsUnitTests {

    private static final GatewayAnswer DONE = new GatewayAnswer(GatewayAnswer.Outcome.DONE, "", Map.of());
    private static final GatewayAnswer FAILED = new GatewayAnswer(GatewayAnswer.Outcome.FAILED, "Closed", Map.of());

    private final GatewayThreads gateways = new GatewayThreads();

    @Test
    void aGatewayThatDoesNotAnswerHoldsUpNoOther() {
        entered("SLOW", GatewayThreads.AT_ONCE);

        assertThat(gateways.enter("SLOW")).isEmpty();
        assertThat(gateways.enter("QUICK")).isPresent();
        assertThat(gateways.enter(null)).isPresent();
    }

    @Test
    void aCallOverTheTimeLimitMakesRoom() {
        List<GatewayThreads.Call> calls = entered("SLOW", GatewayThreads.AT_ONCE);

        calls.get(0).isLate();

        assertThat(gateways.enter("SLOW")).isPresent();
        assertThat(gateways.enter("SLOW")).isEmpty();
    }

    @Test
    void theOneThatHasTakenLongestIsInterruptedForOneMoreAndItsWordIsNotTakenThatNothingWasPaid() throws Exception {
        GatewayThreads.Call oldest = gateways.enter("SLOW").orElseThrow();
        CountDownLatch asked = new CountDownLatch(1);
        AtomicReference<Boolean> interruptedAfterwards = new AtomicReference<>();
        CompletableFuture<GatewayAnswer> answer = CompletableFuture.supplyAsync(() -> {
            GatewayAnswer said = oldest.during(() -> {
                asked.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return FAILED;
            });
            interruptedAfterwards.set(Thread.currentThread().isInterrupted());
            return said;
        });
        asked.await();
        oldest.isLate();
        assertThat(oldest.isBelieved(FAILED)).isTrue();

        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < GatewayThreads.LATE; i++) {
            hanging("SLOW", end).isLate();
        }

        assertThat(oldest.isBelieved(answer.join())).isFalse();
        assertThat(oldest.isBelieved(DONE)).isTrue();
        assertThat(interruptedAfterwards.get()).as("what is done next on this thread is not interrupted").isFalse();
        assertThat(gateways.count()).isEqualTo(GatewayThreads.LATE);
        end.countDown();
    }

    @Test
    void aModuleThatHeedsNothingIsNotAskedUntilThreadsComeBack() {
        List<GatewayThreads.Call> calls = new ArrayList<>();
        for (int i = 0; i < GatewayThreads.AT_ONCE + GatewayThreads.LATE; i++) {
            GatewayThreads.Call call = gateways.enter("DEAF").orElseThrow();
            call.isLate();
            calls.add(call);
        }

        assertThat(gateways.enter("DEAF")).isEmpty();
        assertThat(gateways.enter("QUICK")).isPresent();
        calls.get(0).leave();
        assertThat(gateways.enter("DEAF")).isPresent();
    }

    @Test
    void allGatewaysTogetherHaveOnlySoManyThreads() {
        for (int gateway = 0; gateway < GatewayThreads.MOST / GatewayThreads.AT_ONCE; gateway++) {
            entered("GATEWAY-" + gateway, GatewayThreads.AT_ONCE);
        }

        assertThat(gateways.count()).isEqualTo(GatewayThreads.MOST);
        assertThat(gateways.enter("ONE MORE")).isEmpty();
    }

    /** One that has begun. */
    private GatewayThreads.Call hanging(String gateway, CountDownLatch end) throws InterruptedException {
        GatewayThreads.Call call = gateways.enter(gateway).orElseThrow();
        CountDownLatch asked = new CountDownLatch(1);
        Thread thread = new Thread(() -> call.during(() -> {
            asked.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return DONE;
        }));
        thread.setDaemon(true);
        thread.start();
        asked.await();
        return call;
    }

    private List<GatewayThreads.Call> entered(String gateway, int calls) {
        return IntStream.range(0, calls).mapToObj(count -> gateways.enter(gateway).orElseThrow()).toList();
    }
}
