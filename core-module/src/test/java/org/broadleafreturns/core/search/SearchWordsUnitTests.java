package org.broadleafreturns.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsUnitTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "O'Brien | obrien", "O’Brien | obrien", "Müller | muller", "MÜLLER | muller", "Mu\u0308ller | muller", "Lefèvre | lefevre",
        "Großmann | grossmann", "Øster | oster", "Łukasz | lukasz", "Œuvre | oeuvre", "İstanbul | istanbul", "ﬁne | fine", "Иванов | иванов",
        "R7KM-2QXP | r7km2qxp", "２０２６ | 2026"})
    void caseAccentsAndApostrophesDoNotMatter(String typed, String word) {
        assertThat(SearchWords.searched(typed)).containsExactly(word);
        assertThat(SearchWords.of(List.of(typed))).contains(word);
    }

    @Test
    void aPartBehindAHyphenIsFoundToo() {
        assertThat(SearchWords.of(List.of("O’Brien"))).containsExactly("obrien", "o", "brien");
        assertThat(SearchWords.of(List.of("Marie-Claire de  Vries"))).containsExactly("marieclaire", "marie", "claire", "de", "vries");
        assertThat(SearchWords.of(List.of("john.miller@example.com"))).contains("johnmillerexamplecom", "john", "miller", "example");
        assertThat(SearchWords.of(List.of("PL/2026/17"))).containsExactly("pl202617", "pl", "2026", "17");
    }

    @Test
    void allWordsOfASearchCountButThoseThatAnotherContains() {
        assertThat(SearchWords.searched("  john   Miller jo john ")).containsExactly("john", "miller");
        assertThat(SearchWords.searched("a b c d e f g h")).hasSize(SearchWords.SEARCHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "%", "_ % '", "—", "\u0301"})
    void whatIsNoWordIsNotSearchedFor(String typed) {
        assertThat(SearchWords.searched(typed)).isEmpty();
        assertThat(SearchWords.of(List.of(typed))).isEmpty();
    }

    @Test
    void textsWithoutValueHaveNoWords() {
        assertThat(SearchWords.searched(null)).isEmpty();
        assertThat(SearchWords.of(Arrays.asList(null, "", "x"))).containsExactly("x");
    }

    @Test
    void aLongWordIsCutWithoutHalfALetter() {
        String long1 = "x".repeat(SearchWords.LENGTH - 1) + "𝕏𝕏";
        assertThat(SearchWords.of(List.of(long1))).allSatisfy(word -> assertThat(word.length()).isLessThanOrEqualTo(SearchWords.LENGTH));
        assertThat(SearchWords.of(List.of("a" + "𐐷".repeat(40)))).allSatisfy(word ->
            assertThat(word.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue());
    }

    @Test
    void aSearchForALongTextFindsIt() {
        String text = "abcdefgh".repeat(20);
        assertThat(SearchWords.of(List.of(text))).allSatisfy(word -> assertThat(word).startsWith(SearchWords.searched(text).get(0)));
    }
}
