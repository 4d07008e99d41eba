package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;

/**
 * Limits that merchants have set for roles of the back office: of several roles the highest counts, and whoever has one without a limit has
 * none.
 */
class RoleLimits implements RefundLimits {

    private final Settings settings;
    private final Setting<Map<String, BigDecimal>> limits;

    RoleLimits(Settings settings, Setting<Map<String, BigDecimal>> limits) {
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public Optional<BigDecimal> of(Actor actor) {
        Map<String, BigDecimal> set = settings.get(limits);
        Collection<String> roles = actor.permissions().stream().filter(name -> name.startsWith(ROLE))
            .map(name -> name.substring(ROLE.length())).toList();
        boolean unlimited = set.isEmpty() || roles.isEmpty() || !set.keySet().containsAll(roles);
        return unlimited ? Optional.empty() : roles.stream().map(set::get).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
