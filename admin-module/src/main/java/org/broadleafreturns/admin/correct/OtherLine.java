package org.broadleafreturns.admin.correct;

import java.util.List;

/**
 * A line of the order that is not in the return. Public for the templates.
 *
 * @param itemId the order item
 * @param article its name as it was sold
 * @param details what tells it from others of its name
 * @param ordered units ordered
 * @param returnable units that can be returned now
 * @param notice why nothing of it can be returned, or why the customer could not ask for it; null if nothing is in the way
 * @param waived whether the notice keeps the customer from it, but not the merchant
 */
public record OtherLine(Long itemId, String article, List<String> details, int ordered, int returnable, String notice,
        boolean waived) {

    public OtherLine {
        details = List.copyOf(details);
    }
}
