package org.broadleafreturns.admin.delivery;

import java.util.List;

/**
 * The delivery of one fulfilment group as the order's page shows it. Public for the templates.
 *
 * @param groupId the fulfilment group
 * @param units how many units are in it
 * @param articles what they are, in words
 * @param isoDay the day of delivery as a date input wants it, or null if it is not known
 * @param day the same in words, or null
 * @param origin how it is known, or who has cleared it, in words; null if nothing was recorded
 */
public record DeliveryPanel(Long groupId, int units, List<String> articles, String isoDay, String day, String origin) {
}
