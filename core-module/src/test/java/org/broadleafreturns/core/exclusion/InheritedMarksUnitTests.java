package org.broadleafreturns.core.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.broadleafreturns.core.platform.ShopCatalogue;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.words.Words;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Products have one digit, categories two: 10 is the root, 20 and 21 stand below it, 30 and 31 below 20. */
class InheritedMarksUnitTests {

    private static final Mark HYGIENE = Mark.excluded(ExclusionGround.HYGIENE, null);
    private static final Mark PERISHABLE = Mark.excluded(ExclusionGround.PERISHABLE, null);

    private final Exclusions exclusions = mock(Exclusions.class);
    private final Catalogue catalogue = Mockito.spy(new Catalogue());
    private final ReturnsSettings settings = mock(ReturnsSettings.class);
    private final InheritedMarks marks = new InheritedMarks(exclusions, catalogue, settings);
    private final List<Object[]> onProducts = new ArrayList<>();
    private final List<Object[]> onCategories = new ArrayList<>();
    private long count;

    @BeforeEach
    void aCatalogue() {
        catalogue.above.putAll(Map.of(20L, Set.of(10L), 21L, Set.of(10L), 30L, Set.of(20L), 31L, Set.of(20L)));
        catalogue.holding.put(1L, Set.of(30L));
        when(exclusions.findOn(any())).thenAnswer(call -> {
            Collection<Long> asked = call.getArgument(0);
            return Stream.concat(onProducts.stream().filter(mark -> asked.contains(mark[0])).map(mark -> row(mark[0], null, mark)),
                onCategories.stream().map(mark -> row(null, mark[0], mark))).toList();
        });
    }

    @Test
    void nothingIsSaidOfWhatNobodyMarked() {
        exclude(category(21L), ExclusionGround.HYGIENE);
        exclude(product(2L), ExclusionGround.HYGIENE);

        assertThat(marks.of(List.of(1L))).isEmpty();
    }

    @Test
    void aMarkOnTheProductHolds() {
        exclude(product(1L), ExclusionGround.HYGIENE);

        assertThat(marks.of(List.of(1L))).isEqualTo(Map.of(1L, HYGIENE));
    }

    @Test
    void aCategoryIsInheritedAllTheWayDown() {
        exclude(category(10L), ExclusionGround.HYGIENE);

        assertThat(marks.of(List.of(1L))).isEqualTo(Map.of(1L, HYGIENE));
    }

    @Test
    void theProductCountsBeforeItsCategories() {
        exclude(category(30L), ExclusionGround.HYGIENE);
        include(product(1L));

        assertThat(marks.of(List.of(1L))).isEqualTo(Map.of(1L, Mark.RETURNABLE));
    }

    @Test
    void theNearestCategoryCounts() {
        exclude(category(10L), ExclusionGround.HYGIENE);
        include(category(20L));
        assertThat(marks.of(List.of(1L))).isEqualTo(Map.of(1L, Mark.RETURNABLE));

        exclude(category(30L), ExclusionGround.PERISHABLE);
        assertThat(marks.of(List.of(1L))).isEqualTo(Map.of(1L, PERISHABLE));
    }

    @Test
    void onTheSameStepNotReturnableCounts() {
        catalogue.holding.put(1L, Set.of(30L, 21L));
        include(category(30L));
        exclude(category(21L), ExclusionGround.HYGIENE);

        assertThat(marks.of(List.of(1L))).isEqualTo(Map.of(1L, HYGIENE));
    }

    @Test
    void aNearerReturnableCountsBeforeAFartherExclusionOnAnotherPath() {
        catalogue.holding.put(1L, Set.of(30L, 21L));
        include(category(21L));
        exclude(category(20L), ExclusionGround.HYGIENE);

        assertThat(marks.of(List.of(1L))).isEqualTo(Map.of(1L, Mark.RETURNABLE));
    }

    @Test
    void everyParentOfACategoryCounts() {
        catalogue.above.put(30L, Set.of(20L, 21L));
        exclude(category(21L), ExclusionGround.PERISHABLE);

        assertThat(marks.of(List.of(1L))).isEqualTo(Map.of(1L, PERISHABLE));
    }

    @Test
    void twoMarksOnOneThingAreTakenAsTheStricter() {
        include(product(1L));
        exclude(product(1L), ExclusionGround.HYGIENE);

        assertThat(marks.of(List.of(1L))).isEqualTo(Map.of(1L, HYGIENE));
    }

    @Test
    void circlesEnd() {
        catalogue.above.put(10L, Set.of(30L));
        catalogue.above.put(21L, Set.of(21L));
        catalogue.holding.put(2L, Set.of(21L));
        exclude(category(99L), ExclusionGround.HYGIENE);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(marks.of(List.of(1L, 2L))).isEmpty());
        exclude(category(20L), ExclusionGround.HYGIENE);
        assertThat(marks.of(List.of(1L, 2L))).isEqualTo(Map.of(1L, HYGIENE));
    }

    @Test
    void manyProductsTakeNoMoreQueriesThanOne() {
        exclude(category(10L), ExclusionGround.HYGIENE);
        List<Long> many = new ArrayList<>();
        for (long product = 1; product <= 50; product++) {
            catalogue.holding.put(product, Set.of(product % 2 == 0 ? 30L : 31L));
            many.add(product);
        }

        assertThat(marks.of(many)).hasSize(50);
        verify(exclusions).findOn(any());
        verify(catalogue).categoriesOf(any());
        verify(catalogue, times(3)).parentsOf(any());
    }

    @Test
    void theCatalogueIsLeftAloneWhereNoCategoryIsMarked() {
        exclude(product(1L), ExclusionGround.HYGIENE);

        assertThat(marks.of(List.of(1L, 2L))).hasSize(1);
        verify(catalogue, never()).categoriesOf(any());
    }

    @Test
    void theMerchantsOwnWordsComeInARowForEachLanguage() {
        when(settings.defaultLanguage()).thenReturn(Locale.FRENCH);
        onProducts.add(new Object[] {1L, 7L, "NOT_RETURNABLE", "OTHER", "en", "Ours"});
        onProducts.add(new Object[] {1L, 7L, "NOT_RETURNABLE", "OTHER", "de", "Unser"});
        onProducts.add(new Object[] {2L, 8L, "NOT_RETURNABLE", "OTHER", "en", "Mine"});

        assertThat(marks.of(List.of(1L, 2L))).isEqualTo(Map.of(
            1L, Mark.excluded(ExclusionGround.OTHER, new Words(Map.of("en", "Ours", "de", "Unser"), Locale.FRENCH)),
            2L, Mark.excluded(ExclusionGround.OTHER, new Words(Map.of("en", "Mine"), Locale.FRENCH))));
    }

    @Test
    void nothingIsAskedForNothing() {
        assertThat(marks.of(List.of())).isEmpty();
        verifyNoInteractions(exclusions);
    }

    @Test
    void aProductThatIsOrderedTwiceIsAskedAboutOnce() {
        exclude(product(1L), ExclusionGround.HYGIENE);

        assertThatCode(() -> marks.of(List.of(1L, 1L))).doesNotThrowAnyException();
    }

    private static Object[] row(Object product, Object category, Object[] mark) {
        return Stream.concat(Stream.of(product, category), Stream.of(mark).skip(1)).toArray();
    }

    private void exclude(Target target, ExclusionGround ground) {
        target.marks.add(new Object[] {target.id, ++count, "NOT_RETURNABLE", ground.name(), null, null});
    }

    private void include(Target target) {
        target.marks.add(new Object[] {target.id, ++count, "RETURNABLE", null, null, null});
    }

    private Target product(long id) {
        return new Target(id, onProducts);
    }

    private Target category(long id) {
        return new Target(id, onCategories);
    }

    /** What is marked, and where its marks are. */
    private record Target(long id, List<Object[]> marks) {
    }

    /** A catalogue in small. */
    static class Catalogue implements ShopCatalogue {

        final Map<Long, Set<Long>> holding = new HashMap<>();
        final Map<Long, Set<Long>> above = new HashMap<>();

        @Override
        public Map<Long, Set<Long>> categoriesOf(Collection<Long> products) {
            return some(holding, products);
        }

        @Override
        public Map<Long, Set<Long>> parentsOf(Collection<Long> categories) {
            return some(above, categories);
        }

        private static Map<Long, Set<Long>> some(Map<Long, Set<Long>> all, Collection<Long> asked) {
            Map<Long, Set<Long>> some = new HashMap<>();
            new HashSet<>(asked).stream().filter(all::containsKey).forEach(id -> some.put(id, all.get(id)));
            return some;
        }
    }
}
