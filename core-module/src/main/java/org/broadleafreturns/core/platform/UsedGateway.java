package org.broadleafreturns.core.platform;

import java.util.Currency;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Through what, and in which currency, orders were paid.
 *
 * @param gateway the code of the gateway's type, or null
 * @param currency of the orders; null where they do not say
 * @param obstacle why nothing can be paid back through it in this application; null if it can
 */
@ForIntegrators
public record UsedGateway(String gateway, Currency currency, RefundObstacle obstacle) {
}
