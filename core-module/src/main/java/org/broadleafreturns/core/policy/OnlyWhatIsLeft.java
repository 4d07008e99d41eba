package org.broadleafreturns.core.policy;

import java.util.Optional;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;

/** Every unit can be returned once. */
public class OnlyWhatIsLeft implements ReturnRule {

    @Override
    public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
        if (line.quantity() == 0) {
            return Optional.of(Objection.general("rtn.objection.line.removed"));
        }
        return situation.taken(line) >= line.quantity()
            ? Optional.of(Objection.general("rtn.objection.line.nothingLeft")) : Optional.empty();
    }
}
