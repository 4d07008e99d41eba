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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.platform.ShopCatalogue;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Products have one digit, categories two: 10 is the root, 20 and 21 stand below it, 30 and 31 below 20. */
class InheritedMarksUnitTests {

    private static final Mark HYGIENE = Mark.excluded(ExclusionGround.HYGIENE, null);
    private static final Mark PERISHABLE = Mark.excluded(ExclusionGround.PERISHABLE, null);

    private final HeldMarks held = mock(HeldMarks.class);
    private final Catalogue catalogue = Mockito.spy(new Catalogue());
    private final InheritedMarks marks = new InheritedMarks(held, catalogue);
    private final List<HeldMark> all = new ArrayList<>();

    @BeforeEach
    void aCatalogue() {
        catalogue.above.putAll(Map.of(20L, Set.of(10L), 21L, Set.of(10L), 30L, Set.of(20L), 31L, Set.of(20L)));
        catalogue.holding.put(1L, Set.of(30L));
        when(held.on(any(), any())).thenAnswer(call -> among(all, call.getArgument(0), call.getArgument(1)));
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
        verify(held).on(any(), any());
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
    void whatWasSaidSinceAMomentIsToldMomentByMoment() {
        Instant spring = Instant.parse("2026-03-01T00:00:00Z");
        Instant summer = Instant.parse("2026-06-01T00:00:00Z");
        Instant autumn = Instant.parse("2026-09-01T00:00:00Z");
        all.add(new HeldMark(1L, null, Mark.RETURNABLE, Instant.MIN, summer));
        all.add(new HeldMark(null, 20L, HYGIENE, spring, null));
        all.add(new HeldMark(null, 30L, PERISHABLE, autumn, null));

        assertThat(marks.since(Instant.MIN, List.of(1L, 2L)).moments()).containsExactly(Instant.MIN, spring, summer, autumn);
        assertThat(marks.since(spring, List.of(1L, 2L)).since(spring))
            .containsExactly(Map.of(1L, Mark.RETURNABLE), Map.of(1L, HYGIENE), Map.of(1L, PERISHABLE));
        assertThat(marks.since(summer, List.of(1L)).since(summer)).containsExactly(Map.of(1L, HYGIENE), Map.of(1L, PERISHABLE));
        assertThat(marks.of(List.of(1L))).isEqualTo(Map.of(1L, PERISHABLE));
    }

    @Test
    void whatWasSaidTakesNoMoreQueriesThanWhatIs() {
        Instant spring = Instant.parse("2026-03-01T00:00:00Z");
        for (int day = 0; day < 50; day++) {
            all.add(new HeldMark(null, 20L, HYGIENE, spring.plus(Duration.ofDays(2 * day)), spring.plus(Duration.ofDays(2 * day + 1))));
        }

        assertThat(marks.since(spring, List.of(1L)).moments()).hasSize(100);
        verify(held).on(any(), any());
        verify(catalogue).categoriesOf(any());
        verify(catalogue, times(3)).parentsOf(any());
    }

    @Test
    void nothingIsAskedForNothing() {
        assertThat(marks.of(List.of())).isEmpty();
        verifyNoInteractions(held);
    }

    @Test
    void aProductThatIsOrderedTwiceIsAskedAboutOnce() {
        exclude(product(1L), ExclusionGround.HYGIENE);

        assertThatCode(() -> marks.of(List.of(1L, 1L))).doesNotThrowAnyException();
    }

    /** As the database answers. */
    static List<HeldMark> among(List<HeldMark> all, Collection<Long> products, Instant since) {
        return all.stream().filter(mark -> mark.category() != null || products.contains(mark.product()))
            .filter(mark -> mark.until() == null || mark.until().isAfter(since)).toList();
    }

    private void exclude(Target target, ExclusionGround ground) {
        all.add(new HeldMark(target.product, target.category, Mark.excluded(ground, null), Instant.MIN, null));
    }

    private void include(Target target) {
        all.add(new HeldMark(target.product, target.category, Mark.RETURNABLE, Instant.MIN, null));
    }

    private static Target product(long id) {
        return new Target(id, null);
    }

    private static Target category(long id) {
        return new Target(null, id);
    }

    /** What is marked. */
    private record Target(Long product, Long category) {
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
