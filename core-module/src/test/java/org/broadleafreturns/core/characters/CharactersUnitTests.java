package org.broadleafreturns.core.characters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersUnitTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "Too small", "Élan\tvital\r\n½", "שלום", "trop petit \ud83d\ude22", "\ufffd", "\u00a0\u2028"})
    void whatPeopleWriteIsTaken(String text) {
        assertThat(Characters.areWritable(text)).isTrue();
        assertThat(Characters.replaced(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u000b", "\u001b", "\u007f", "\u0085", "\u009f", "\ud83d", "\ude22\ud83d", "\ufffe",
        "\uffff", "\ufdd0", "\ufdef", "\ud83f\udffe", "\udbff\udfff"})
    void whatADatabaseAMailOrAPageMayNotTakeIsNot(String character) {
        String text = "too" + character + "small";

        assertThat(Characters.areWritable(text)).isFalse();
        assertThat(Characters.replaced(text)).matches("too\ufffd+small");
    }

    @Test
    void thePlatformsTablesMayLackCharacters() {
        assertThat(Characters.areComparable("PL é 1")).isTrue();
        assertThat(Characters.areComparable("PL \ud83d\ude22")).isFalse();
        assertThat(Characters.areComparable("PL\u0000")).isFalse();
    }

    @Test
    void nothingIsNoCharacter() {
        assertThat(Characters.areWritable(null)).isTrue();
        assertThat(Characters.replaced(null)).isNull();
        assertThat(Characters.beginning(null, 3)).isNull();
    }

    @Test
    void aCutDoesNotSplitACharacter() {
        assertThat(Characters.beginning("ab\ud83d\ude22", 3)).isEqualTo("ab");
        assertThat(Characters.beginning("ab\ud83d\ude22", 4)).isEqualTo("ab\ud83d\ude22");
        assertThat(Characters.beginning("abcd", 3)).isEqualTo("abc");
        assertThat(Characters.beginning("\ud83d\ude22", 0)).isEmpty();
    }
}
