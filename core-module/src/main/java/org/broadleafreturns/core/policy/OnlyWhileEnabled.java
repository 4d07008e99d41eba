package org.broadleafreturns.core.policy;

import java.util.Optional;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.settings.ReturnsSettings;

/** Shoppers can ask for nothing while the merchant has switched returns off. */
public class OnlyWhileEnabled implements ReturnRule {

    private final ReturnsSettings settings;

    public OnlyWhileEnabled(ReturnsSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Objection> againstOrder(OrderSituation situation) {
        return settings.enabled() ? Optional.empty() : Optional.of(Objection.general("rtn.objection.order.disabled"));
    }

    @Override
    public boolean waivable() {
        return true;
    }
}
