package org.broadleafreturns.admin.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceCodeUnitTests {

    @ParameterizedTest
    @CsvSource({"Wrong size,WRONG_SIZE", "  Too big (XL)! ,TOO_BIG_XL", "I don\u2019t like it,I_DONT_LIKE_IT", "Caf\u00e9 \u00e0 la cr\u00e8me,CAFE_A_LA_CREME",
        "100 % cotton,100_COTTON", "__init__,INIT"})
    void resemblesTheLabel(String label, String code) {
        assertThat(ChoiceCode.of(label, taken -> false)).hasValue(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?!", "\u6362\u8d27", "\ud83d\ude00"})
    void isNotMadeOfNothing(String label) {
        assertThat(ChoiceCode.of(label, taken -> false)).isEmpty();
    }

    @Test
    void isFree() {
        assertThat(ChoiceCode.of("Other", Set.of("OTHER", "OTHER_2")::contains)).hasValue("OTHER_3");
    }

    @Test
    void neverExceedsItsLength() {
        assertThat(ChoiceCode.of("x".repeat(99), taken -> false)).hasValue("X".repeat(40));
        assertThat(ChoiceCode.of("x".repeat(99), "X".repeat(40)::equals)).hasValue("X".repeat(38) + "_2");
        assertThat(ChoiceCode.of("x".repeat(39) + " y", taken -> false)).hasValue("X".repeat(39));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "A_1", "OTHER"})
    void hasAForm(String code) {
        assertThat(ChoiceCode.isValid(code)).isTrue();
        assertThat(ChoiceCode.isValid(code + " ")).isFalse();
        assertThat(ChoiceCode.isValid(code.toLowerCase())).isFalse();
    }

    @Test
    void isAtMostFortyLong() {
        assertThat(ChoiceCode.isValid("X".repeat(40))).isTrue();
        assertThat(ChoiceCode.isValid("X".repeat(41))).isFalse();
        assertThat(ChoiceCode.isValid("")).isFalse();
    }
}
