package org.broadleafreturns.core.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;

/**
 * What the policy says of an order.
 *
 * @param objection why nothing of it can be returned whatever the line, or null
 * @param lines all lines of the order, those that cannot be returned included
 * @param waived why the customer could return nothing of it, though a merchant can; null if the customer could, or if this
 *     is what a customer is told
 */
@ForIntegrators
public record Eligibility(Objection objection, List<EligibleLine> lines, Objection waived) {

    public Eligibility {
        lines = List.copyOf(lines);
    }

    /** Whether at least one unit can be returned. */
    public boolean anythingReturnable() {
        return lines.stream().anyMatch(line -> line.returnable() > 0);
    }

    /**
     * The last day on which something of it could be returned, where nothing can because that day is over; empty where something
     * can, or where something else stands against it.
     */
    public Optional<LocalDate> missedDay() {
        return anythingReturnable() ? Optional.empty() : lines.stream()
            .filter(line -> line.objection() != null && WithinWindow.LATE.equals(line.objection().code()))
            .map(EligibleLine::lastDay).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** The line of that order item; empty if it is not one of this order. */
    public Optional<EligibleLine> lineOf(Long itemId) {
        return lines.stream().filter(line -> line.line().itemId().equals(itemId)).findFirst();
    }
}
