package org.broadleafreturns.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadleafreturns.core.kernel.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.PlatformTransactionManager;

class EventDeliveryUnitTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final StoredEvents events = mock(StoredEvents.class);
    private final Deliveries deliveries = mock(Deliveries.class);
    private final EventDelivery delivery = new EventDelivery(events, deliveries, Duration.ofSeconds(30),
        Clock.fixed(NOW, ZoneOffset.UTC), mock(PlatformTransactionManager.class));
    private final List<String> told = new ArrayList<>();

    private class Telling implements ReturnEventListener {

        @Override
        public String name() {
            return "stock";
        }

        @Override
        public boolean wants(String kind) {
            return !kind.equals("return.noted");
        }

        @Override
        public void on(ReturnEvent event) {
            told.add(event.getReturnNumber() + "/" + event.getNumber());
        }
    }

    /** Of each return one event that is due, in that order. */
    private void due(String kind, Long... returns) {
        when(deliveries.returnsDue(eq("stock"), eq(NOW), anyInt())).thenReturn(List.of(returns)).thenReturn(List.of());
        for (Long returnId : returns) {
            when(deliveries.next("stock", returnId)).thenReturn(Optional.of(new Deliveries.Pending(returnId, 1, 0, 0)))
                .thenReturn(Optional.empty());
            when(events.findById(returnId)).thenReturn(Optional.of(new ReturnEvent(new NewReturnEvent(
                new ChangedReturn(returnId, "R" + returnId, 1L, 1), 1, kind, NOW, Actor.merchant(3L, "Alex", false), null, Map.of()))));
        }
    }

    private void tell(ReturnEventListener listener) {
        delivery.tell("stock", listener, () -> false);
    }

    @Test
    void whatIsNotWantedIsDoneWithoutACall() {
        due("return.noted", 1L);

        tell(new Telling());

        assertThat(told).isEmpty();
        verify(deliveries).done("stock", 1L, 1);
    }

    /** Such as a class of the shop's that cannot be loaded. */
    @Test
    void whateverAListenerThrowsHoldsBackItsReturnOnly() {
        due("return.requested", 1L, 2L);

        tell(new Telling() {
            @Override
            public void on(ReturnEvent event) {
                if (event.getReturnId() == 1) {
                    throw new NoClassDefFoundError("com/example/Stock");
                }
                super.on(event);
            }
        });

        assertThat(told).containsExactly("R2/1");
        verify(deliveries, never()).done("stock", 1L, 1);
        verify(deliveries).failed(eq("stock"), eq(1L), eq(1), eq(1), any(NoClassDefFoundError.class));
        verify(deliveries).putOff("stock", 1L, NOW.plusSeconds(30).toEpochMilli());
    }

    @Test
    void whatIsBehindAnEventThatWaitsWaitsWithIt() {
        due("return.requested", 1L);
        when(deliveries.next("stock", 1L)).thenReturn(Optional.of(new Deliveries.Pending(1L, 1, 4, NOW.toEpochMilli() + 1)));

        tell(new Telling());

        assertThat(told).isEmpty();
        verify(deliveries).putOff("stock", 1L, NOW.toEpochMilli() + 1);
    }

    @Test
    void anEventThatIsGoneHoldsBackNothing() {
        due("return.requested", 1L);
        when(events.findById(1L)).thenReturn(Optional.empty());

        tell(new Telling());

        verify(deliveries).done("stock", 1L, 1);
    }

    @Test
    void theNoteOfWhatWasTakenIsTriedAgainAfterADeadlock() {
        due("return.requested", 1L);
        doThrow(new CannotAcquireLockException("deadlock")).doNothing().when(deliveries).done("stock", 1L, 1);

        tell(new Telling());

        assertThat(told).containsExactly("R1/1");
        verify(deliveries, times(2)).done("stock", 1L, 1);
    }

    @Test
    void aNodeThatStopsTellsNothingMore() {
        due("return.requested", 1L, 2L);

        delivery.tell("stock", new Telling(), () -> !told.isEmpty());

        assertThat(told).containsExactly("R1/1");
        verify(deliveries).done("stock", 1L, 1);
        verify(deliveries, never()).putOff(any(), any(), anyLong());
    }

    @Test
    void pausesDoubleUpToAnHour() {
        assertThat(IntStream.of(1, 2, 3, 7, 8, 9, 1000).mapToObj(delivery::pauseAfter).map(Duration::toSeconds))
            .containsExactly(30L, 60L, 120L, 1920L, 3600L, 3600L, 3600L);
    }
}
