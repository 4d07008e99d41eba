package org.broadleafreturns.site;

import java.util.List;

/**
 * A line of the order as the request form shows it. Public for the templates.
 *
 * @param itemId the order item
 * @param name the article's
 * @param details what tells it from others of its name
 * @param picture the address of its article's picture, or null
 * @param ordered units ordered
 * @param returnable units that can be returned now
 * @param lastDay until when, in words; null if there is no last day, or it is that of all
 * @param paid what was paid for all units ordered, in words, or null if amounts are not shown
 * @param worth what one unit brings, two, and so on, between spaces; null if amounts are not shown, or of very many units
 * @param notice why none can, or null
 * @param quantity what was entered, or the empty string
 * @param reason the code chosen, or null
 * @param quantityError what is wrong with the quantity, or null
 * @param reasonError what is wrong with the reason, or null
 */
public record FormLine(Long itemId, String name, List<String> details, String picture, int ordered, int returnable, String lastDay,
        String paid, String worth, String notice, String quantity, String reason, String quantityError, String reasonError) {
}
