package org.broadleafreturns.core.policy;

import java.util.Optional;
import java.util.OptionalInt;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.settings.ReturnsSettings;

/** An order can have only so many returns, those refused or cancelled not counted. */
public class MaximumReturnsPerOrder implements ReturnRule {

    private final ReturnsSettings settings;

    public MaximumReturnsPerOrder(ReturnsSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Objection> againstOrder(OrderSituation situation) {
        OptionalInt maximum = settings.maximumReturnsPerOrder();
        return maximum.isPresent() && situation.returns() >= maximum.getAsInt()
            ? Optional.of(Objection.general("rtn.objection.order.maximum", maximum.getAsInt())) : Optional.empty();
    }

    @Override
    public boolean waivable() {
        return true;
    }
}
