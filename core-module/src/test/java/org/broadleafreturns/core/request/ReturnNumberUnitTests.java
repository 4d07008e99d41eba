package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnNumberUnitTests {

    @Test
    void isShortAndWithoutLettersThatLookLikeDigits() {
        for (int i = 0; i < 1000; i++) {
            assertThat(ReturnNumber.random("R").value()).matches("R[2-9BCDFGHJKMNPQRTWXZ]{4}-[2-9BCDFGHJKMNPQRTWXZ]{4}");
        }
    }

    @Test
    void hardlyEverRepeats() {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            drawn.add(ReturnNumber.random("").value());
        }

        assertThat(drawn).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R7KM3-2QXP", " r7km3-2qxp ", "R7KM32QXP", "r7km32qxp", "R7KM3 2QXP", "R7KM3 - 2QXP", "R7KM3\u20132QXP",
        "R7KM3\u00a02QXP"})
    void isReadAsPeopleTypeIt(String typed) {
        assertThat(ReturnNumber.parse(typed)).contains(new ReturnNumber("R7KM3-2QXP"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-", "R7KM", "R7KM2QX", "R7KM-2QX", "R7-KM2QXP", "R7KM--2QX-P", "R7KM2\u0000QXP", "../../etc", "R7KM-2QXP'--", "R0OM-1IlU"})
    void nothingElseIsANumber(String typed) {
        assertThat(ReturnNumber.parse(typed)).isEmpty();
    }

    @Test
    void cannotBeMadeOfSomethingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReturnNumber("12345"));
    }
}
