package org.broadleafreturns.admin.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.broadleafcommerce.core.catalog.domain.CategoryImpl;
import org.broadleafcommerce.core.catalog.domain.ProductImpl;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafreturns.admin.record.SubmittedRecord;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.core.exclusion.Exclusion;
import org.broadleafreturns.core.exclusion.MarkHistory;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** Product 1 and category 2 exist. */
class CheckedExclusionsUnitTests {

    private final ReturnsSettings settings = mock(ReturnsSettings.class);
    private final WordFields grounds = new CheckedExclusionConfiguration().rtnGroundFields(settings);
    private final EntityManager records = mock(EntityManager.class);
    private final Query others = mock(Query.class);

    @BeforeEach
    void aCatalogue() {
        when(settings.languages()).thenReturn(List.of(Locale.ENGLISH, Locale.FRENCH));
        when(records.find(ProductImpl.class, 1L)).thenReturn(new ProductImpl());
        when(records.find(CategoryImpl.class, 2L)).thenReturn(new CategoryImpl());
        when(records.createQuery(anyString())).thenReturn(others);
        when(others.setParameter(anyString(), any(Object.class))).thenReturn(others);
        when(others.getSingleResult()).thenReturn(0L);
    }

    @Test
    void takesAProductOrACategoryWithAReadyGround() {
        assertThat(errors("kind", "NOT_RETURNABLE", "product", "1", "category", "", "ground", "HYGIENE")).isEmpty();
        assertThat(errors("kind", "NOT_RETURNABLE", "product", "", "category", "2", "ground", "PERISHABLE")).isEmpty();
        assertThat(errors("kind", "RETURNABLE", "category", "2")).isEmpty();
    }

    @Test
    void wantsExactlyOneTarget() {
        assertThat(errors("kind", "RETURNABLE")).containsExactly(Map.entry("product", List.of("rtn.admin.exclusion.target.missing")));
        assertThat(errors("kind", "RETURNABLE", "product", "1", "category", "2"))
            .containsExactly(Map.entry("category", List.of("rtn.admin.exclusion.target.both")));
    }

    @Test
    void wantsATargetThatExistsAndHasNoOtherMark() {
        assertThat(errors("kind", "RETURNABLE", "product", "7")).containsEntry("product", List.of("rtn.admin.exclusion.target.gone"));
        assertThat(errors("kind", "RETURNABLE", "category", "1 or 1=1"))
            .containsEntry("category", List.of("rtn.admin.exclusion.target.gone"));
        when(others.getSingleResult()).thenReturn(1L);
        assertThat(errors("kind", "RETURNABLE", "product", "1")).containsEntry("product", List.of("rtn.admin.exclusion.target.marked"));
    }

    @Test
    void wantsAGroundForWhatDoesNotComeBack() {
        assertThat(errors("kind", "NOT_RETURNABLE", "product", "1"))
            .containsExactly(Map.entry("ground", List.of("rtn.admin.exclusion.ground.missing")));
        assertThat(errors("kind", "NOT_RETURNABLE", "product", "1", "ground", "MOOD"))
            .containsExactly(Map.entry("ground", List.of("rtn.admin.exclusion.ground.missing")));
        assertThat(errors("kind", "", "product", "1")).containsExactly(Map.entry("kind", List.of("rtn.admin.exclusion.kind.missing")));
        assertThat(errors("kind", "SOMETIMES", "product", "1"))
            .containsExactly(Map.entry("kind", List.of("rtn.admin.exclusion.kind.missing")));
    }

    @Test
    void wantsOwnWordsInEveryLanguage() {
        assertThat(errors("kind", "NOT_RETURNABLE", "product", "1", "ground", "OTHER", "groundEn", "Because", "groundFr", " "))
            .containsExactly(Map.entry("groundFr", List.of("rtn.admin.exclusion.words.missing")));
        assertThat(errors("kind", "NOT_RETURNABLE", "product", "1", "ground", "OTHER", "groundEn", "Because", "groundFr", "Parce que"))
            .isEmpty();
        assertThat(errors("kind", "NOT_RETURNABLE", "product", "1", "ground", "OTHER", "groundEn", "x".repeat(250), "groundFr",
            "x".repeat(251))).containsExactly(Map.entry("groundFr", List.of("rtn.admin.record.tooLong.250")));
    }

    @Test
    void aLanguageThatTheShopSpeaksSinceThenCanWait() {
        when(settings.languages()).thenReturn(List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN));
        Exclusion stored = new Exclusion();
        ReflectionTestUtils.setField(stored, "id", 3L);
        ReflectionTestUtils.setField(stored, "ground", "OTHER");
        stored.write(Locale.ENGLISH, Optional.of("Because"));
        stored.write(Locale.FRENCH, Optional.of("Parce que"));

        assertThat(errors("kind", "NOT_RETURNABLE", "product", "1", "ground", "OTHER", "groundEn", "Because", "groundFr", "Parce que",
            "groundDe", "")).containsExactly(Map.entry("groundDe", List.of("rtn.admin.exclusion.words.missing")));
        assertThat(errorsOfChange(stored, "kind", "NOT_RETURNABLE", "product", "1", "ground", "OTHER", "groundEn", "Because", "groundFr",
            "", "groundDe", "")).containsExactly(Map.entry("groundFr", List.of("rtn.admin.exclusion.words.missing")));
        ReflectionTestUtils.setField(stored, "ground", "HYGIENE");
        assertThat(errorsOfChange(stored, "kind", "NOT_RETURNABLE", "product", "1", "ground", "OTHER", "groundDe", ""))
            .containsExactly(Map.entry("groundDe", List.of("rtn.admin.exclusion.words.missing")));
    }

    private Map<String, List<String>> errors(String... fields) {
        return errorsOfChange(null, fields);
    }

    private Map<String, List<String>> errorsOfChange(Exclusion stored, String... fields) {
        Entity entity = new Entity();
        SubmittedRecord submitted = new SubmittedRecord(entity);
        for (int i = 0; i < fields.length; i += 2) {
            Property property = new Property();
            property.setName(fields[i]);
            property.setValue(fields[i + 1]);
            entity.addProperty(property);
        }
        if (stored == null) {
            new CheckedExclusions(grounds, mock(MarkHistory.class)).checkNew(submitted, records);
        } else {
            new CheckedExclusions(grounds, mock(MarkHistory.class)).checkChange(submitted, stored, records);
        }
        return new LinkedHashMap<>(entity.getPropertyValidationErrors());
    }
}
