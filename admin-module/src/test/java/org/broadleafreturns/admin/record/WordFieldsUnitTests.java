package org.broadleafreturns.admin.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.words.Worded;
import org.broadleafreturns.core.words.Wording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordFieldsUnitTests {

    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");

    private final ReturnsSettings settings = mock(ReturnsSettings.class);
    private final WordFields fields = new WordFields(new WordFields.Layout("label", true, true, 120, "code", 1, "caption", null), settings);
    private final Set<Wording> written = new HashSet<>();
    private final Worded record = new Worded() {
        @Override
        public Long getId() {
            return 1L;
        }

        @Override
        public Set<Wording> getWordings() {
            return written;
        }
    };

    @BeforeEach
    void aShopOfThreeLanguages() {
        when(settings.languages()).thenReturn(List.of(Locale.ENGLISH, BRAZIL, Locale.GERMAN));
        when(settings.defaultLanguage()).thenReturn(Locale.ENGLISH);
    }

    @Test
    void aFieldIsCalledLikeItsLanguage() {
        assertThat(fields.field(BRAZIL)).isEqualTo("labelPtBR");
        assertThat(fields.language("labelPtBR")).hasValue(BRAZIL);
        assertThat(fields.language("labelFr")).isEmpty();
        assertThat(fields.language("label")).isEmpty();
    }

    @Test
    void whatTheFormDidNotHaveStaysAsItIs() {
        record.write(Locale.ENGLISH, Optional.of("Small"));
        record.write(Locale.FRENCH, Optional.of("Petit"));
        record.write(Locale.GERMAN, Optional.of("Klein"));

        fields.write(submitted("labelPtBR", " Pequeno ", "labelDe", " ", "labelFr", "Minuscule"), record);

        assertThat(written).extracting(Wording::getContent).containsExactlyInAnyOrder("Small", "Petit", "Pequeno");
    }

    @Test
    void aFieldShowsWhatIsWrittenInItsLanguageForAnotherCountry() {
        record.write(Locale.forLanguageTag("pt"), Optional.of("Pequeno"));

        assertThat(fields.written(record, BRAZIL)).hasValue("Pequeno");
        assertThat(fields.shown(record, Locale.GERMAN)).isEqualTo("Pequeno");
        assertThat(fields.written(record, Locale.GERMAN)).isEmpty();
    }

    private static SubmittedRecord submitted(String... values) {
        Entity entity = new Entity();
        SubmittedRecord submitted = new SubmittedRecord(entity);
        for (int i = 0; i < values.length; i += 2) {
            Property property = new Property();
            property.setName(values[i]);
            property.setValue(values[i + 1]);
            entity.addProperty(property);
        }
        return submitted;
    }
}
