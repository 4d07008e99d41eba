package org.broadleafreturns.core.policy;

import java.util.Optional;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafreturns.core.kernel.Objection;

/** A basket, a quote or a cancelled order was never delivered. */
public class OnlySubmittedOrders implements ReturnRule {

    @Override
    public Optional<Objection> againstOrder(OrderSituation situation) {
        OrderStatus status = situation.state().status();
        if (OrderStatus.SUBMITTED.equals(status)) {
            return Optional.empty();
        }
        return Optional.of(Objection.general(OrderStatus.CANCELLED.equals(status)
            ? "rtn.objection.order.cancelled" : "rtn.objection.order.notSubmitted"));
    }
}
