package org.broadleafreturns.core.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadleafreturns.core.exclusion.ExclusionGround;
import org.broadleafreturns.core.exclusion.Mark;
import org.broadleafreturns.core.exclusion.ProductMarks;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;

/** The merchant does not take everything back; the ground is told. What was sold in a bundle keeps to the bundle's mark too. */
public class NotExcluded implements ReturnRule {

    private static final String EXCLUDED = "rtn.objection.line.excluded.";

    private final ProductMarks marks;

    public NotExcluded(ProductMarks marks) {
        this.marks = marks;
    }

    @Override
    public ReturnRule about(List<OrderedLine> lines) {
        return new Informed(marksOn(lines, marks));
    }

    @Override
    public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
        return about(List.of(line)).againstLine(situation, line);
    }

    @Override
    public boolean waivable() {
        return true;
    }

    /** What the merchant has said of the products of these lines, and of the bundles that they are parts of. */
    static Map<Long, Mark> marksOn(List<OrderedLine> lines, ProductMarks marks) {
        return marks.of(lines.stream().flatMap(NotExcluded::products).toList());
    }

    private static Stream<Long> products(OrderedLine line) {
        return Stream.of(line.productId(), line.bundleId()).filter(Objects::nonNull);
    }

    private record Informed(Map<Long, Mark> marks) implements ReturnRule {

        @Override
        public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
            return products(line).map(marks::get).filter(mark -> mark != null && !mark.isReturnable())
                .map(Informed::objection).findFirst();
        }

        private static Objection objection(Mark mark) {
            String code = EXCLUDED + mark.ground();
            return mark.ground() == ExclusionGround.OTHER
                ? Objection.general(code, mark.words()) : Objection.general(code);
        }

        @Override
        public boolean waivable() {
            return true;
        }
    }
}
