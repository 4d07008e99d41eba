package org.broadleafreturns.core.restock;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** The kinds of lasting events that tell of stock, and what is in them. */
@ForIntegrators
public final class RestockEventKinds {

    /**
     * Units were put back on the shelf with a decision: {@code items}, how many now, {@code 17:2}; {@code left}, units that could be sold
     * again and of which the stock was not changed; {@code obstacles}, why, {@code 18:NOT_COUNTED}. A whole set stands beside its
     * parts, under its own order item.
     */
    public static final String RESTOCKED = "return.restocked";
    /**
     * A decision was taken back, and with it what was put on the shelf: {@code items}, how many units were taken from it;
     * {@code left}, how many were not there any more; {@code obstacles}, why, {@code 17:SOLD}.
     */
    public static final String TAKEN = "return.stock-taken-back";

    private RestockEventKinds() {
    }
}
