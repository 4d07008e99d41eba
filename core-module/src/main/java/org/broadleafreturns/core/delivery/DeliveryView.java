package org.broadleafreturns.core.delivery;

import java.util.Date;

/**
 * What is known of the delivery of a fulfilment group, as pages show it.
 *
 * @param deliveredAt null if a merchant has cleared it
 * @param source how it is known
 * @param recordedByName the back-office user who said so last, or null
 */
public record DeliveryView(Date deliveredAt, Delivery.Source source, String recordedByName, Date recordedAt) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(delivery.getDeliveredAt(), delivery.getSource(), delivery.getRecordedByName(), delivery.getRecordedAt());
    }

    /** Whether there is a date. */
    public boolean isKnown() {
        return deliveredAt != null;
    }
}
