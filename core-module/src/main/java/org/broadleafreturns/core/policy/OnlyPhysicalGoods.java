package org.broadleafreturns.core.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.exclusion.ProductMarks;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;

/**
 * Downloads and gift cards cannot come back in a parcel, unless the merchant has marked them; then the mark speaks.
 *
 * <p>What was promised counts: what was marked as returnable at some moment from the order's submission until now comes back.
 */
public class OnlyPhysicalGoods implements ReturnRule {

    private final ProductMarks marks;

    public OnlyPhysicalGoods(ProductMarks marks) {
        this.marks = marks;
    }

    @Override
    public ReturnRule about(List<OrderedLine> lines) {
        return about(lines, List.of());
    }

    @Override
    public ReturnRule about(List<OrderedLine> lines, Collection<OrderSituation> orders) {
        return new Informed(MarkedLines.of(lines.stream().filter(line -> line.nature() != OrderedLine.Nature.PHYSICAL).toList(),
            orders, marks));
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
            if (line.nature() == OrderedLine.Nature.PHYSICAL || marked.wasOnceReturnable(line, situation)) {
                return Optional.empty();
            }
            if (marked.isMarked(line)) {
                // A time without any mark is no promise here, though the mark's own rule takes it for one.
                return marked.objection(line).filter(objection -> marked.wasOnceNotExcluded(line, situation));
            }
            return Optional.of(Objection.general(line.nature() == OrderedLine.Nature.DIGITAL
                ? "rtn.objection.line.digital" : "rtn.objection.line.giftCard"));
        }

        @Override
        public boolean waivable() {
            return true;
        }
    }
}
