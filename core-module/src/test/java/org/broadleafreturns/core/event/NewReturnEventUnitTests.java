package org.broadleafreturns.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Map;
import org.broadleafreturns.core.kernel.Actor;
import org.junit.jupiter.api.Test;

class NewReturnEventUnitTests {

    private static NewReturnEvent event(int number, String kind, String ground) {
        return new NewReturnEvent(new ChangedReturn(5L, "R7KM-2QXP", 9L, 3), number, kind, Instant.EPOCH,
            Actor.customer(7L, "John Miller"), ground, Map.of("units", "2"));
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> event(0, "return.requested", null));
        assertThatIllegalArgumentException().isThrownBy(() -> event(1, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> event(1, " ", null));
        assertThatIllegalArgumentException().isThrownBy(() -> event(1, "k".repeat(61), null));
        assertThatIllegalArgumentException().isThrownBy(() -> event(1, "return.requested", "g".repeat(256)));
    }

    @Test
    void anEventHoldsAllButTheActorsName() {
        ReturnEvent stored = new ReturnEvent(event(2, "k".repeat(60), "g".repeat(255)));

        assertThat(stored).usingRecursiveComparison().isEqualTo(new ReturnEvent(event(2, "k".repeat(60), "g".repeat(255))));
        assertThat(stored.getReturnId()).isEqualTo(5);
        assertThat(stored.getReturnNumber()).isEqualTo("R7KM-2QXP");
        assertThat(stored.getOrderId()).isEqualTo(9);
        assertThat(stored.getReturnVersion()).isEqualTo(3);
        assertThat(stored.getNumber()).isEqualTo(2);
        assertThat(stored.getActorKind()).isEqualTo(Actor.Kind.CUSTOMER);
        assertThat(stored.getActorId()).isEqualTo(7);
        assertThat(stored.getHappenedAt()).isEqualTo(Instant.EPOCH);
        assertThat(stored.getValues()).isEqualTo(Map.of("units", "2"));
    }

    @Test
    void anEventRefusesToBeChanged() {
        assertThatIllegalStateException().isThrownBy(() -> new ReturnEvent(event(1, "return.requested", null)).refuse());
    }
}
