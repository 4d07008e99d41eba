package org.broadleafreturns.core.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsUnitTests {

    private static final Locale AUSTRIA = new Locale("de", "AT");

    private final Set<Wording> written = new HashSet<>();
    private final Worded record = new Worded() {
        @Override
        public Long getId() {
            return null;
        }

        @Override
        public Set<Wording> getWordings() {
            return written;
        }
    };

    @Test
    void areShownInTheReadersLanguageWhateverTheirCountry() {
        Words words = new Words(Map.of("en", "Colour", "en-US", "Color", "de-AT", "Farbe"), Locale.FRENCH);

        assertThat(words.in(Locale.US)).hasValue("Color");
        assertThat(words.in(Locale.UK)).hasValue("Colour");
        assertThat(words.in(Locale.GERMAN)).hasValue("Farbe");
        assertThat(words.in(Locale.FRENCH)).isEmpty();
    }

    @Test
    void areShownInAnotherLanguageWhereNothingIsWritten() {
        Map<String, String> byLanguage = Map.of("de", "Farbe", "en", "Colour", "fr", "Couleur");

        assertThat(new Words(byLanguage, Locale.FRENCH).shownTo(Locale.ITALIAN)).hasValue("Couleur");
        assertThat(new Words(byLanguage, Locale.JAPANESE).shownTo(Locale.ITALIAN)).hasValue("Colour");
        assertThat(new Words(Map.of("sv", "Färg", "de", "Farbe"), Locale.JAPANESE).shownTo(Locale.ITALIAN)).hasValue("Farbe");
        assertThat(new Words(Map.of(), Locale.FRENCH).shownTo(Locale.ITALIAN)).isEmpty();
    }

    @Test
    void areWrittenOnceInALanguage() {
        record.write(Locale.GERMAN, Optional.of("Farbe"));
        record.write(AUSTRIA, Optional.of("Farb"));
        Set<Wording> before = Set.copyOf(written);

        record.write(Locale.GERMAN, Optional.of("Farbe"));
        assertThat(written).isEqualTo(before);

        record.write(Locale.GERMAN, Optional.of("Farben"));
        record.write(AUSTRIA, Optional.empty());
        assertThat(written).isEqualTo(new HashSet<>(List.of(new Wording(Locale.GERMAN, "Farben"))));
        assertThat(record.writtenIn(AUSTRIA)).isEmpty();
    }
}
