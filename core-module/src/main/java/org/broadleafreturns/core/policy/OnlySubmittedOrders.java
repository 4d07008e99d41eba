package org.broadleafreturns.core.policy;

import java.util.Optional;
import org.broadleafcommerce.core.order.service.type.OrderStatus;

/** A basket, a quote or a cancelled order was never delivered. */
public class OnlySubmittedOrders implements ReturnRule {

    @Override
    public Optional<Objection> againstOrder(OrderSituation situation) {
        return OrderStatus.SUBMITTED.equals(situation.order().getStatus())
            ? Optional.empty() : Optional.of(Objection.general("rtn.objection.order.notSubmitted"));
    }
}
