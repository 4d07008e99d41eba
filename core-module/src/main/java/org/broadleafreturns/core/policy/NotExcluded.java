package org.broadleafreturns.core.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.exclusion.ProductMarks;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;

/**
 * The merchant does not take everything back; the ground is told. What was sold in a bundle keeps to the bundle's mark too.
 *
 * <p>What was promised counts: what was not excluded at some moment from the order's submission until now comes back.
 */
public class NotExcluded implements ReturnRule {

    private final ProductMarks marks;

    public NotExcluded(ProductMarks marks) {
        this.marks = marks;
    }

    @Override
    public ReturnRule about(List<OrderedLine> lines) {
        return about(lines, List.of());
    }

    @Override
    public ReturnRule about(List<OrderedLine> lines, Collection<OrderSituation> orders) {
        return new Informed(MarkedLines.of(lines, orders, marks));
    }

    @Override
    public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
        return about(List.of(line), List.of(situation)).againstLine(situation, line);
    }

    @Override
    public boolean waivable() {
        return true;
    }

    private record Informed(MarkedLines marked) implements ReturnRule {

        @Override
        public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
            return marked.objection(line).filter(objection -> !marked.wasOnceNotExcluded(line, situation));
        }

        @Override
        public boolean waivable() {
            return true;
        }
    }
}
