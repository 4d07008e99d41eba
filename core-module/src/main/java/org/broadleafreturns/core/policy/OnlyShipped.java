package org.broadleafreturns.core.policy;

import java.util.Optional;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;

/**
 * What has not left the shop cannot come back, unless the merchant has set otherwise. The shop says so by the status of a fulfilment
 * group: it is being processed and no delivery is recorded, or it is cancelled. Groups without a status count as shipped, since
 * the platform itself writes none.
 */
public class OnlyShipped implements ReturnRule {

    private final Settings settings;
    private final Setting<Boolean> unshippedReturnable;

    public OnlyShipped(Settings settings, Setting<Boolean> unshippedReturnable) {
        this.settings = settings;
        this.unshippedReturnable = unshippedReturnable;
    }

    @Override
    public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
        int shipped = unitsOf(situation, line);
        if (shipped == line.quantity() || situation.taken(line) < shipped) {
            return Optional.empty();
        }
        return Optional.of(Objection.general(shipped == 0 ? "rtn.objection.line.unshipped" : "rtn.objection.line.restUnshipped"));
    }

    @Override
    public int unitsOf(OrderSituation situation, OrderedLine line) {
        int unshipped = situation.arrivalOf(line).unshipped();
        return unshipped == 0 || settings.get(unshippedReturnable) ? line.quantity() : Math.max(0, line.quantity() - unshipped);
    }

    @Override
    public boolean waivable() {
        return true;
    }
}
