package org.broadleafreturns.core.exclusion;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadleafreturns.core.platform.ShopCatalogue;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.words.Words;

/**
 * A mark on the product itself counts before those on its categories; of these the nearest counts, all parents looked at step
 * by step; and on the same step, or twice on the same thing, not returnable counts before returnable.
 */
class InheritedMarks implements ProductMarks {

    private static final int PRODUCT = 0;
    private static final int CATEGORY = 1;

    private final Exclusions exclusions;
    private final ShopCatalogue catalogue;
    private final ReturnsSettings settings;

    InheritedMarks(Exclusions exclusions, ShopCatalogue catalogue, ReturnsSettings settings) {
        this.exclusions = exclusions;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @Override
    public Map<Long, Mark> of(Collection<Long> products) {
        if (products.isEmpty()) {
            return Map.of();
        }
        Set<Long> asked = new HashSet<>(products);
        List<Object[]> rows = exclusions.findOn(asked);
        Map<Long, Mark> found = marksOn(rows, PRODUCT);
        asked.removeAll(found.keySet());
        Map<Long, Mark> onCategories = marksOn(rows, CATEGORY);
        if (!asked.isEmpty() && !onCategories.isEmpty()) {
            found.putAll(inherited(asked, onCategories));
        }
        return found;
    }

    /** @param which of the identifiers in a row those are by which the marks are asked for */
    private Map<Long, Mark> marksOn(List<Object[]> rows, int which) {
        Map<Object, Map<String, String>> words = new HashMap<>();
        for (Object[] row : rows) {
            Map<String, String> written = words.computeIfAbsent(row[2], mark -> new HashMap<>());
            if (row[5] != null) {
                written.put((String) row[5], (String) row[6]);
            }
        }
        Map<Long, Mark> marks = new HashMap<>();
        rows.stream().filter(row -> row[which] != null).forEach(row -> {
            Mark mark = MarkKind.RETURNABLE.name().equals(row[3]) ? Mark.RETURNABLE
                : Mark.excluded(ExclusionGround.valueOf((String) row[4]), new Words(words.get(row[2]), settings.defaultLanguage()));
            marks.merge((Long) row[which], mark, (one, other) -> strictest(List.of(one, other)));
        });
        return marks;
    }

    private Map<Long, Mark> inherited(Set<Long> products, Map<Long, Mark> onCategories) {
        Map<Long, Set<Long>> categories = catalogue.categoriesOf(products);
        Map<Long, Set<Long>> parents = parentsAbove(union(categories.values()));
        Map<Long, Mark> found = new HashMap<>();
        categories.forEach((product, nearest) ->
            inherited(nearest, parents, onCategories).ifPresent(mark -> found.put(product, mark)));
        return found;
    }

    /** One query a step: a catalogue is a few steps high, however wide it is. A category that was met before is left out. */
    private Map<Long, Set<Long>> parentsAbove(Set<Long> start) {
        Map<Long, Set<Long>> parents = new HashMap<>();
        Set<Long> step = start;
        Set<Long> met = new HashSet<>(start);
        while (!step.isEmpty()) {
            Map<Long, Set<Long>> above = catalogue.parentsOf(step);
            parents.putAll(above);
            step = union(above.values());
            step.removeAll(met);
            met.addAll(step);
        }
        return parents;
    }

    private static Optional<Mark> inherited(Set<Long> nearest, Map<Long, Set<Long>> parents,
            Map<Long, Mark> onCategories) {
        Set<Long> step = nearest;
        Set<Long> met = new HashSet<>(step);
        while (!step.isEmpty()) {
            List<Mark> marks = step.stream().map(onCategories::get).filter(mark -> mark != null).toList();
            if (!marks.isEmpty()) {
                return Optional.of(strictest(marks));
            }
            step = union(step.stream().map(category -> parents.getOrDefault(category, Set.of())).toList());
            step.removeAll(met);
            met.addAll(step);
        }
        return Optional.empty();
    }

    private static Mark strictest(List<Mark> marks) {
        return marks.stream().filter(mark -> !mark.isReturnable()).findFirst().orElse(marks.get(0));
    }

    private static Set<Long> union(Collection<Set<Long>> sets) {
        Set<Long> union = new HashSet<>();
        sets.forEach(union::addAll);
        return union;
    }
}
