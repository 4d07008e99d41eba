package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo takes on the command line. */
class MainUnitTests {

    @Test
    void withoutOptionsAShopHasItsExamplesOnly() {
        assertThat(Main.parse(new String[0]).returns()).isZero();
    }

    @Test
    void aShopCanHaveMoreReturns() {
        assertThat(Main.parse(new String[] {"--returns", "10000"}).returns()).isEqualTo(10_000);
        assertThat(Main.parse(new String[] {"--returns", "100000", "--data", "shop"}).returns()).isEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "many", "1e4", "10.000", "", "100001", "99999999999"})
    void aNumberThatIsNoneIsRefusedWithWhatWouldDo(String number) {
        assertThatThrownBy(() -> Main.parse(new String[] {"--returns", number, "--data", "shop"}))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("--returns takes a number from 1 to 100000, not "
            + number);
    }

    @Test
    void aShopCanSpeakMoreLanguages() {
        assertThat(Main.parse(new String[0]).languages()).isEmpty();
        assertThat(Main.parse(new String[] {"--languages", "fr,de,nl,de"}).languages()).containsExactly("de", "nl");
        assertThatThrownBy(() -> Main.parse(new String[] {"--languages", "German"})).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("--languages takes codes like de,nl, not German");
    }

    @Test
    void whatDoesNotFitIntoMemoryNeedsAFolder() {
        assertThatThrownBy(() -> Main.parse(new String[] {"--returns", "50000"}))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("--data");
    }
}
