package org.broadleafreturns.core.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.broadleafreturns.core.exclusion.ExclusionGround;
import org.broadleafreturns.core.exclusion.Mark;
import org.broadleafreturns.core.exclusion.ProductMarks;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.settings.Held;

/**
 * What the merchant has said of the products of lines, and of the bundles that they are parts of, from the submission of their
 * orders until now. Only what was said at one moment counts together.
 */
record MarkedLines(Held<Map<Long, Mark>> said) {

    private static final String EXCLUDED = "rtn.objection.line.excluded.";

    /** @param orders those that the lines are of; none if that is not known */
    static MarkedLines of(List<OrderedLine> lines, Collection<OrderSituation> orders, ProductMarks marks) {
        Instant first = orders.stream().map(OrderSituation::promisedSince).min(Comparator.naturalOrder()).orElse(Instant.MIN);
        return new MarkedLines(marks.since(first, lines.stream().flatMap(MarkedLines::products).toList()));
    }

    private static Stream<Long> products(OrderedLine line) {
        return Stream.of(line.productId(), line.bundleId()).filter(Objects::nonNull);
    }

    /** Whether neither the product nor its bundle was excluded, at any one moment. */
    boolean wasOnceNotExcluded(OrderedLine line, OrderSituation order) {
        return wasOnce(order, said -> exclusion(line, said).isEmpty());
    }

    /** Whether the product was marked as one that comes back, and its bundle not excluded, at any one moment. */
    boolean wasOnceReturnable(OrderedLine line, OrderSituation order) {
        return line.productId() != null
            && wasOnce(order, said -> said.containsKey(line.productId()) && exclusion(line, said).isEmpty());
    }

    private boolean wasOnce(OrderSituation order, Predicate<Map<Long, Mark>> condition) {
        return said.anySince(order.promisedSince(), condition);
    }

    /** Whether the product is marked, in whatever way. */
    boolean isMarked(OrderedLine line) {
        return line.productId() != null && now().containsKey(line.productId());
    }

    /** Why the line does not come back, as the mark says it now; empty if it is not excluded now. */
    Optional<Objection> objection(OrderedLine line) {
        return exclusion(line, now()).map(mark -> mark.ground() == ExclusionGround.OTHER
            ? Objection.general(EXCLUDED + mark.ground(), mark.words()) : Objection.general(EXCLUDED + mark.ground()));
    }

    private Map<Long, Mark> now() {
        return said.at(Instant.MAX);
    }

    private static Optional<Mark> exclusion(OrderedLine line, Map<Long, Mark> said) {
        return products(line).map(said::get).filter(mark -> mark != null && !mark.isReturnable()).findFirst();
    }
}
