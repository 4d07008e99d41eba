package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.broadleafreturns.core.platform.GatewayAnswer;
import org.broadleafreturns.core.platform.GatewayRefund;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnSteps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.transaction.PlatformTransactionManager;

class RefundCallsUnitTests {

    private static final Long PART = 7L;

    private final RefundPayments refundPayments = mock(RefundPayments.class);
    private final ShopPayments payments = mock(ShopPayments.class);
    private final ReturnSteps steps = mock(ReturnSteps.class);
    private final RefundCalls calls = new RefundCalls(refundPayments, mock(RefundWriting.class), payments, steps, Clock.systemUTC(),
        new RefundPace(Duration.ofSeconds(5), Duration.ofSeconds(5)), mock(PlatformTransactionManager.class));

    @BeforeEach
    void aPartThatNobodyHasAskedFor() {
        RefundPayment part = mock(RefundPayment.class);
        when(part.key()).thenReturn("rtn-7-1");
        when(part.getCaptureId()).thenReturn(3L);
        when(part.getAmount()).thenReturn(BigDecimal.TEN);
        when(refundPayments.claim(eq(PART), any())).thenReturn(1, 0);
        when(refundPayments.findById(PART)).thenReturn(Optional.of(part));
        when(refundPayments.findReturnNumber(PART)).thenReturn(Optional.of("R12345678"));
        when(payments.prepare(anyLong(), any(), any())).thenReturn(mock(GatewayRefund.class));
        when(payments.ask(any())).thenReturn(new GatewayAnswer(GatewayAnswer.Outcome.DONE, "", Map.of()));
    }

    @Test
    void anAnswerThatCannotBeWrittenDownNowIsWrittenDownLater() {
        ArgumentCaptor<RefundOutcome> outcomes = ArgumentCaptor.forClass(RefundOutcome.class);
        when(steps.execute(any(), any(), any())).thenThrow(new IllegalStateException("The order is busy"))
            .thenReturn(mock(ReturnRequest.class));

        calls.ask(List.of(PART));

        verify(steps, timeout(10_000).times(2)).execute(eq("R12345678"), outcomes.capture(), any());
        assertThat(outcomes.getAllValues()).extracting(RefundOutcome::toString).containsExactly("DONE", "DONE");
        verify(payments).ask(any());
    }

    /** Each of them as many as are waited for at once. */
    @Test
    void callsThatAreNeverAnsweredHoldUpOthersNoLongerThanTheTimeLimit() {
        when(refundPayments.claim(anyLong(), any())).thenReturn(1);
        when(refundPayments.findById(anyLong())).thenAnswer(call -> {
            RefundPayment part = mock(RefundPayment.class);
            when(part.key()).thenReturn("rtn-" + call.getArgument(0) + "-1");
            when(part.getCaptureId()).thenReturn((Long) call.getArgument(0));
            return Optional.of(part);
        });
        when(refundPayments.findReturnNumber(anyLong())).thenReturn(Optional.of("R12345678"));
        when(payments.prepare(anyLong(), any(), any())).thenAnswer(call -> {
            GatewayRefund refund = mock(GatewayRefund.class);
            when(refund.gateway()).thenReturn(call.getArgument(0).equals(PART) ? "QUICK" : "SLOW");
            return refund;
        });
        CountDownLatch hanging = new CountDownLatch(GatewayThreads.AT_ONCE);
        CountDownLatch end = new CountDownLatch(1);
        when(payments.ask(any())).then(call -> {
            if ("SLOW".equals(((GatewayRefund) call.getArgument(0)).gateway())) {
                hanging.countDown();
                end.await();
            }
            return new GatewayAnswer(GatewayAnswer.Outcome.DONE, "", Map.of());
        });
        List<Long> slow = LongStream.range(100, 100 + GatewayThreads.AT_ONCE).boxed().toList();
        RefundCalls hasty = new RefundCalls(refundPayments, mock(RefundWriting.class), payments, steps, Clock.systemUTC(),
            new RefundPace(Duration.ofSeconds(3), Duration.ofSeconds(1)), mock(PlatformTransactionManager.class));
        CompletableFuture<Void> click = CompletableFuture.runAsync(() -> hasty.ask(slow));
        assertThat(Assertions.catchThrowable(hanging::await)).isNull();

        hasty.ask(List.of(PART));
        verify(refundPayments, never()).giveBack(any());
        hasty.ask(List.of(99L));
        verify(refundPayments).giveBack(99L);

        click.join();
        CompletableFuture<Void> next = CompletableFuture.runAsync(() -> hasty.ask(List.of(99L)));
        verify(payments, timeout(10_000).times(GatewayThreads.AT_ONCE + 2)).ask(any());
        end.countDown();
        next.join();
    }

    @Test
    void whatIsUnderWayWhenTheApplicationEndsIsWrittenDownAndNothingIsAskedForAnyMore() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        when(payments.ask(any())).then(call -> {
            asked.countDown();
            answer.await();
            return new GatewayAnswer(GatewayAnswer.Outcome.DONE, "", Map.of());
        });
        CompletableFuture<Void> click = CompletableFuture.runAsync(() -> calls.ask(List.of(PART)));
        asked.await();
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> {
            try {
                calls.destroy();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        answer.countDown();
        end.join();
        click.join();

        verify(steps).execute(any(), any(RefundOutcome.class), any());
        assertThatThrownBy(() -> calls.ask(List.of(8L))).isInstanceOf(RejectedExecutionException.class);
        verify(refundPayments, never()).claim(eq(8L), any());
    }
}
