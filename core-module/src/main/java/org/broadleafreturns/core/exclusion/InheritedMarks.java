package org.broadleafreturns.core.exclusion;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.core.platform.ShopCatalogue;
import org.broadleafreturns.core.settings.Held;

/**
 * A mark on the product itself counts before those on its categories; of these the nearest counts, all parents looked at step
 * by step; and on the same step, or twice on the same thing, not returnable counts before returnable.
 *
 * <p>What marks said is kept, and in which categories a product was is not: earlier marks are inherited as the catalogue is now.
 */
class InheritedMarks implements ProductMarks {

    private final HeldMarks marks;
    private final ShopCatalogue catalogue;

    InheritedMarks(HeldMarks marks, ShopCatalogue catalogue) {
        this.marks = marks;
        this.catalogue = catalogue;
    }

    @Override
    public Map<Long, Mark> of(Collection<Long> products) {
        return since(Instant.MAX, products).at(Instant.MAX);
    }

    @Override
    public Held<Map<Long, Mark>> since(Instant moment, Collection<Long> products) {
        if (products.isEmpty()) {
            return Held.always(Map.of());
        }
        Set<Long> asked = new HashSet<>(products);
        List<HeldMark> held = marks.on(asked, moment);
        Held<Map<Long, Mark>> own = Held.of(moments(held, moment), at -> marksOn(HeldMark::product, held, later(at, moment)));
        Set<Long> heirs = new HashSet<>();
        own.since(moment).forEach(marked -> asked.stream().filter(product -> !marked.containsKey(product)).forEach(heirs::add));
        if (heirs.isEmpty() || held.stream().allMatch(mark -> mark.category() == null)) {
            return own;
        }
        Map<Long, Set<Long>> categories = catalogue.categoriesOf(heirs);
        Map<Long, Set<Long>> parents = parentsAbove(union(categories.values()));
        return Held.of(own.moments(), at -> {
            Map<Long, Mark> found = new HashMap<>(own.at(at));
            Map<Long, Mark> onCategories = marksOn(HeldMark::category, held, later(at, moment));
            categories.forEach((product, nearest) -> {
                if (!found.containsKey(product)) {
                    inherited(nearest, parents, onCategories).ifPresent(mark -> found.put(product, mark));
                }
            });
            return found;
        });
    }

    private static Set<Instant> moments(List<HeldMark> held, Instant since) {
        return held.stream().flatMap(mark -> Stream.of(mark.from(), later(mark.until(), Instant.MIN)))
            .filter(since::isBefore).collect(Collectors.toSet());
    }

    /** @param moment may be null, for none */
    private static Instant later(Instant moment, Instant other) {
        return moment == null || moment.isBefore(other) ? other : moment;
    }

    /** @param target the identifier by which the marks are asked for */
    private static Map<Long, Mark> marksOn(Function<HeldMark, Long> target, List<HeldMark> held, Instant at) {
        Map<Long, Mark> marks = new HashMap<>();
        held.stream().filter(mark -> target.apply(mark) != null && mark.heldAt(at)).forEach(mark ->
            marks.merge(target.apply(mark), mark.mark(), (one, other) -> strictest(List.of(one, other))));
        return marks;
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
