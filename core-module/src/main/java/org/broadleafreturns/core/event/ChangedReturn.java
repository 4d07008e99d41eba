package org.broadleafreturns.core.event;

import java.util.Objects;

/**
 * The return that an event tells of.
 *
 * @param id its identifier, which the database knows already or has from the same session before the event
 * @param number its number
 * @param orderId the platform's identifier of its order
 * @param version its version after the change
 */
public record ChangedReturn(Long id, String number, Long orderId, int version) {

    public ChangedReturn {
        Objects.requireNonNull(id, "An event's return has an identifier");
        Objects.requireNonNull(number, "An event's return has a number");
        Objects.requireNonNull(orderId, "An event's return has an order");
    }
}
