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
 */
public record NewLine(Long itemId, String name, List<String> details, int ordered, int returnable, String lastDay, String notice,
        boolean waived) {
}
