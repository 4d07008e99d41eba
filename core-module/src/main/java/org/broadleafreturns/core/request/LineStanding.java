package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What can be corrected of a line until it is decided. Public for the templates.
 *
 * @param requested units that are asked for; none where the line is not in the return
 * @param reasonCode the code of the reason
 * @param received units that are here, and their conditions
 */
@ForIntegrators
public record LineStanding(int requested, String reasonCode, ReceivedUnits received) {

    public LineStanding {
        if (requested < 0 || received.units() > requested) {
            throw new IllegalArgumentException("Of " + requested + " units there cannot be " + received.units());
        }
    }

    /** The line is taken out. */
    static LineStanding takenOut(String reasonCode) {
        return new LineStanding(0, reasonCode, ReceivedUnits.NONE);
    }

    /** Whether the line is in the return. */
    public boolean isIn() {
        return requested > 0;
    }
}
