package org.broadleafreturns.core.draft;

import javax.persistence.Column;
import javax.persistence.Embeddable;

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
        this.quantity = cut(quantity, QUANTITY_LENGTH);
        this.reasonCode = cut(reasonCode, CODE_LENGTH);
    }

    static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    String quantity() {
        return quantity;
    }

    String reasonCode() {
        return reasonCode;
    }
}
