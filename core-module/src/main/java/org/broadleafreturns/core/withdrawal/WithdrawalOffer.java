package org.broadleafreturns.core.withdrawal;

import java.util.List;
import org.broadleafreturns.core.kernel.Objection;

/**
 * What of a statement's order a return can be made of.
 *
 * @param orderId the platform's identifier of the order
 * @param objection why nothing of it can be returned whatever the line, or null
 * @param mailTo where the mail that confirms the return would go, or null
 */
public record WithdrawalOffer(Long orderId, String orderNumber, Objection objection, List<Line> lines, String mailTo) {

    public WithdrawalOffer {
        lines = List.copyOf(lines);
    }

    /** Whether at least one unit can be returned. */
    public boolean anything() {
        return lines.stream().anyMatch(line -> line.returnable() > 0);
    }

    /** How many of the units that are taken unless somebody says otherwise wait to be shipped with a parcel that is to be stopped. */
    public int toStop() {
        return lines.stream().mapToInt(Line::toStop).sum();
    }

    /**
     * One line of the order.
     *
     * @param name with what tells it from others of that name
     * @param stated how many units the statement names, all of them where it names none
     * @param returnable how many can be returned, as far as the order's returns leave them
     * @param wanted how many are taken unless somebody says otherwise
     * @param objection why none can be returned, or null
     * @param waived the shop's rule that the law passes over, or null
     * @param unshipped how many units of the line have not left the shop, as far as it says so; none of what nobody delivers
     * @param toStop how many of the wanted ones wait to be shipped
     */
    public record Line(Long orderItemId, String name, int ordered, int stated, int returnable, int wanted, Objection objection,
            Objection waived, int unshipped, int toStop) {
    }
}
