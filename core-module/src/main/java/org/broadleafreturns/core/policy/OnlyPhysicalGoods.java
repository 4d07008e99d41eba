package org.broadleafreturns.core.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.exclusion.Mark;
import org.broadleafreturns.core.exclusion.ProductMarks;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;

/** Downloads and gift cards cannot come back in a parcel, unless the merchant has marked them; then the mark speaks. */
public class OnlyPhysicalGoods implements ReturnRule {

    private final ProductMarks marks;

    public OnlyPhysicalGoods(ProductMarks marks) {
        this.marks = marks;
    }

    @Override
    public ReturnRule about(List<OrderedLine> lines) {
        return new Informed(NotExcluded.marksOn(lines.stream().filter(line -> line.nature() != OrderedLine.Nature.PHYSICAL).toList(),
            marks));
    }

    @Override
    public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
        return about(List.of(line)).againstLine(situation, line);
    }

    @Override
    public boolean waivable() {
        return true;
    }

    private record Informed(Map<Long, Mark> marks) implements ReturnRule {

        @Override
        public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
            if (line.productId() != null && marks.containsKey(line.productId())) {
                return Optional.empty();
            }
            return switch (line.nature()) {
                case PHYSICAL -> Optional.empty();
                case DIGITAL -> Optional.of(Objection.general("rtn.objection.line.digital"));
                case GIFT_CARD -> Optional.of(Objection.general("rtn.objection.line.giftCard"));
            };
        }

        @Override
        public boolean waivable() {
            return true;
        }
    }
}
