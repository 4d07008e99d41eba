package org.broadleafreturns.core.draft;

import javax.persistence.Column;
import javax.persistence.Embeddable;
import org.broadleafreturns.core.characters.Characters;

/** What was entered for one line of the order. */
@Embeddable
class DraftLine {

    /** Longer than any whole number that is accepted; what is longer is cut and objected to as it is. */
    static final int QUANTITY_LENGTH = 20;
    static final int CODE_LENGTH = 40;

    @Column(name = "QUANTITY", length = QUANTITY_LENGTH)
    private String quantity;

    @Column(name = "REASON_CODE", length = CODE_LENGTH)
    private String reasonCode;

    /** For the persistence provider. */
    protected DraftLine() {
    }

    DraftLine(String quantity, String reasonCode) {
        this.quantity = stored(quantity, QUANTITY_LENGTH);
        this.reasonCode = stored(reasonCode, CODE_LENGTH);
    }

    /** What was entered, as far as it can be kept. What cannot is objected to as it is; see {@link DraftInput#objections}. */
    static String stored(String text, int length) {
        return Characters.beginning(Characters.replaced(text), length);
    }

    String quantity() {
        return quantity;
    }

    String reasonCode() {
        return reasonCode;
    }
}
