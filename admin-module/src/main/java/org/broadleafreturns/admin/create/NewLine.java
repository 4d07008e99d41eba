package org.broadleafreturns.admin.create;

import java.util.List;

/**
 * A line of the order as the dialog shows it. Public for the templates.
 *
 * @param itemId the order item
 * @param name the article's
 * @param details what tells it from others of its name
 * @param ordered units ordered
 * @param returnable units that can be returned now
 * @param lastDay the last day for the customer in words, or null
 * @param notice why nothing of it can be returned, or why the customer could not ask for it; null if nothing is in the way
 * @param waived whether the notice keeps the customer from it, but not the merchant
 * @param withoutGround units for which the merchant needs no ground
 */
public record NewLine(Long itemId, String name, List<String> details, int ordered, int returnable, String lastDay, String notice,
        boolean waived, int withoutGround) {

    /** Whether the customer could ask for some of it, and not for all that the merchant can take back. */
    public boolean isPartlyWaived() {
        return !waived && returnable > withoutGround;
    }
}
