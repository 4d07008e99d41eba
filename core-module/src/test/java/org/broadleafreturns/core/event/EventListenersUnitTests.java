package org.broadleafreturns.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventListenersUnitTests {

    private record Named(String name) implements ReturnEventListener {

        @Override
        public void on(ReturnEvent event) {
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-stock", "Stock", "st\u00f6ck", "stock ", "stock\n", "a b",
        "a123456789b123456789c123456789d123456789e123456789f123456789g"})
    void aNameThatDoesNotLastRefusesTheStart(String name) {
        assertThatIllegalStateException().isThrownBy(() -> EventListeners.byName(List.of(new Named(name))))
            .withMessageContaining("'" + name + "'").withMessageContaining("small letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "shop.stock-of_2", "a123456789b123456789c123456789d123456789e123456789f123456789"})
    void otherNamesAreFine(String name) {
        assertThat(EventListeners.byName(List.of(new Named(name)))).containsOnlyKeys(name);
    }

    @Test
    void twoOfOneNameRefuseTheStart() {
        assertThatIllegalStateException().isThrownBy(() -> EventListeners.byName(List.of(new Named("stock"), new Named("stock"))))
            .withMessageContaining("Two return event listeners are called 'stock'");
    }
}
