package org.broadleafreturns.core.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;

/** One reason for which an order or a line cannot be returned. A shop adds its own by declaring a bean. */
@ForIntegrators
public interface ReturnRule {

    /**
     * This rule, ready to be asked about these lines, which may be those of several orders. A rule that has to look something up
     * does it here, once for all of them. Whether it minds the order as a whole, a rule may also be asked without that.
     */
    default ReturnRule about(List<OrderedLine> lines) {
        return this;
    }

    /**
     * This rule, ready to be asked about these lines, for one whose answer also depends on which orders they are of, such as on
     * what has been said since these were placed.
     *
     * @param orders those that the lines are of
     */
    default ReturnRule about(List<OrderedLine> lines, Collection<OrderSituation> orders) {
        return about(lines);
    }

    /** Why nothing of this order can be returned now; empty if this rule does not mind. */
    default Optional<Objection> againstOrder(OrderSituation situation) {
        return Optional.empty();
    }

    /** Why this line cannot be returned now; empty if this rule does not mind. */
    default Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
        return Optional.empty();
    }

    /** The last day, in the shop's time zone, on which this rule lets the line be returned; empty if it sets none. */
    default Optional<LocalDate> lastDayOf(OrderSituation situation, OrderedLine line) {
        return Optional.empty();
    }

    /**
     * How many of a line's units can be returned as far as this rule is concerned, those that are in returns already included: all that
     * were ordered, unless it says otherwise. Where that leaves none, {@link #againstLine} says why.
     */
    default int unitsOf(OrderSituation situation, OrderedLine line) {
        return line.quantity();
    }

    /**
     * Whether a merchant who creates a return for a customer may pass over this rule, on a ground that is recorded. True for
     * what a shop promises its customers and may exceed; false for what would make the records wrong.
     */
    default boolean waivable() {
        return false;
    }
}
