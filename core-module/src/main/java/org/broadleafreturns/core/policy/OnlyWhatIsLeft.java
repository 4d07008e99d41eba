package org.broadleafreturns.core.policy;

import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.platform.OrderedLine;

/** Every unit can be returned once. */
public class OnlyWhatIsLeft implements ReturnRule {

    @Override
    public Optional<Objection> againstLine(Order order, OrderedLine line, int taken) {
        return taken >= line.quantity()
            ? Optional.of(Objection.general("rtn.objection.line.nothingLeft")) : Optional.empty();
    }
}
