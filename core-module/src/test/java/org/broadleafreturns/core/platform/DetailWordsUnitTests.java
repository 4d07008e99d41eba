package org.broadleafreturns.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.IntStream;
import org.broadleafreturns.core.platform.DetailWords.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

class DetailWordsUnitTests {

    private final ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();

    @BeforeEach
    void setUp() {
        messages.setBasename("classpath:/messages/rtn/ReturnsMessages");
        messages.setFallbackToSystemLocale(false);
    }

    @Test
    void whatWasChosenAndWhatWasTypedAreToldApartInBothLanguages() {
        assertThat(words(Locale.ENGLISH).chosen("Size", "M").typed("Engraving", "Size: XL").chosen(Label.PART_OF, "Set").details().words())
            .containsExactly("Size: M", "Engraving: \u201cSize: XL\u201d", "Part of: Set");
        assertThat(words(Locale.FRENCH).chosen("Taille", "M").typed(Label.MESSAGE, "Merci").chosen(Label.PART_OF, "Coffret").details().words())
            .containsExactly("Taille\u00a0: M", "Message\u00a0: \u00ab\u00a0Merci\u00a0\u00bb", "Fait partie de\u00a0: Coffret");
    }

    @Test
    void whatIsEmptyIsNotTold() {
        assertThat(words(Locale.ENGLISH).typed("Engraving", " \n\u202e ").typed(Label.MESSAGE, null).chosen("Size", "").details())
            .isEqualTo(ArticleDetails.NONE);
    }

    @Test
    void whatIsTypedHasOneLineAndNeitherPatternsNorTurnsOfDirectionCount() {
        assertThat(words(Locale.ENGLISH).typed("Text", "a\r\n2 \u00d7 b\u2028c\u0000 \u202ed\u2066 {0} ''").details().words())
            .containsExactly("Text: \u201ca 2 \u00d7 b c d {0} ''\u201d");
    }

    @Test
    void whatIsLongIsCutBetweenCharacters() {
        String roses = "\ud83c\udf39".repeat(DetailWords.TEXT_LENGTH);

        assertThat(DetailWords.tidy(roses, DetailWords.TEXT_LENGTH)).isEqualTo(roses);
        assertThat(DetailWords.tidy(roses + "x", DetailWords.TEXT_LENGTH))
            .isEqualTo("\ud83c\udf39".repeat(DetailWords.TEXT_LENGTH - 1) + "\u2026");
    }

    @Test
    void thereAreNotMoreThanSomebodyReads() {
        DetailWords words = words(Locale.ENGLISH);
        IntStream.range(0, DetailWords.MAXIMUM + 1).forEach(i -> words.chosen("Option", "Choice " + i));

        assertThat(words.details().words()).hasSize(DetailWords.MAXIMUM + 1).endsWith("Option: Choice 11", "\u2026");
    }

    @Test
    void anAttributeIsCalledWhatTheShopsMessagesCallIt() {
        Properties shop = new Properties();
        shop.setProperty("rtn.article.attribute.ribbon", "Ribbon");
        messages.setCommonMessages(shop);

        assertThat(words(Locale.ENGLISH).attribute("ribbon", "red").attribute("card", "none").details().words())
            .containsExactly("Ribbon: \u201cred\u201d", "card: \u201cnone\u201d");
    }

    @Test
    void inOneLineTheDetailsStandAfterTheName() {
        assertThat(new ArticleDetails(List.of("Size: M", "Colour: Red")).after("Fern")).isEqualTo("Fern (Size: M, Colour: Red)");
        assertThat(ArticleDetails.NONE.after("Fern")).isEqualTo("Fern");
    }

    private DetailWords words(Locale language) {
        return new DetailWords(messages, language);
    }
}
