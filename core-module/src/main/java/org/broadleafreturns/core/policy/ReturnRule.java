package org.broadleafreturns.core.policy;

import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.platform.OrderedLine;

/** One reason for which an order or a line cannot be returned. A shop adds its own by declaring a bean. */
public interface ReturnRule {

    /** Why nothing of this order can be returned now; empty if this rule does not mind. */
    default Optional<Objection> againstOrder(Order order) {
        return Optional.empty();
    }

    /**
     * Why this line cannot be returned now; empty if this rule does not mind.
     *
     * @param taken how many of its units are in returns already
     */
    default Optional<Objection> againstLine(Order order, OrderedLine line, int taken) {
        return Optional.empty();
    }
}
