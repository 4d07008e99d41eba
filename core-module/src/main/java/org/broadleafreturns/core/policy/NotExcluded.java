package org.broadleafreturns.core.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.broadleafreturns.core.exclusion.ExclusionGround;
import org.broadleafreturns.core.exclusion.Mark;
import org.broadleafreturns.core.exclusion.ProductMarks;
import org.broadleafreturns.core.platform.OrderedLine;

/** The merchant does not take everything back; the ground is told. */
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

    /** What the merchant has said of the products of these lines. */
    static Map<Long, Mark> marksOn(List<OrderedLine> lines, ProductMarks marks) {
        return marks.of(lines.stream().map(OrderedLine::productId).filter(Objects::nonNull).toList());
    }

    private record Informed(Map<Long, Mark> marks) implements ReturnRule {

        @Override
        public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
            return Optional.ofNullable(line.productId()).map(marks::get).filter(mark -> !mark.isReturnable())
                .map(Informed::objection);
        }

        /** A message in one language shows the first argument, in the other the second. */
        private static Objection objection(Mark mark) {
            String code = EXCLUDED + mark.ground();
            return mark.ground() == ExclusionGround.OTHER
                ? Objection.general(code, mark.groundEn(), mark.groundFr()) : Objection.general(code);
        }

        @Override
        public boolean waivable() {
            return true;
        }
    }
}
