package org.broadleafreturns.core.refund;

import java.time.LocalDate;
import org.broadleafreturns.core.request.StatedBasis;

/**
 * What it depends on until when the money of a return has to be back. Days are those of the shop's time zone.
 *
 * @param stated on what the return is based in law
 * @param goodsOn the day on which all goods were there that come back, as far as anybody waits for them; null while they are not
 * @param decidedOn the day of the decision that stands; null while there is none
 * @param open whether money is still to be paid back, or nobody has decided yet
 */
record RefundFacts(StatedBasis stated, LocalDate goodsOn, LocalDate decidedOn, boolean open) {

    /** The day on which the shop had what it may wait for: the goods, or its own word that it needs none. */
    LocalDate there() {
        return goodsOn == null ? decidedOn : goodsOn;
    }
}
