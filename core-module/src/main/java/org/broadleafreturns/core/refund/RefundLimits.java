package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Up to which amount somebody may refund on one return, all of their refunds of it together. The bean {@code rtnRefundLimits} has what
 * merchants set for roles; a shop may replace it.
 */
@FunctionalInterface
@ForIntegrators
public interface RefundLimits {

    /** What an {@link Actor} is {@linkplain Actor#may allowed} who may refund. */
    String PERMISSION = "refund";
    /** How the names of permissions begin that say by which roles of the back office an actor is allowed that. */
    String ROLE = "refund.role.";

    /**
     * The limit, in the shop's default currency: whoever has one refunds no orders in another. Empty for none. Asked of those who may
     * refund.
     */
    Optional<BigDecimal> of(Actor actor);
}
