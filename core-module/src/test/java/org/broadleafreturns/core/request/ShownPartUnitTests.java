package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownPartUnitTests {

    @Test
    void whatAPartHasFoundIsShown() {
        assertThat(ShownPart.unlessItFails("gift/fact", () -> "Dear Ann")).contains("Dear Ann");
    }

    @Test
    void whatFailsOrHasNothingIsLeftOut() {
        assertThat(ShownPart.unlessItFails("gift/fact", () -> null)).isEmpty();
        assertThat(ShownPart.unlessItFails("gift/fact", () -> {
            throw new IllegalStateException("No ribbon");
        })).isEmpty();
        assertThat(ShownPart.unlessItFails("gift/fact", () -> {
            throw new NoSuchMethodError("Of an older version");
        })).isEmpty();
    }
}
