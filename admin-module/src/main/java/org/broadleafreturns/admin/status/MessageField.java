package org.broadleafreturns.admin.status;

import org.broadleafreturns.admin.dialog.DialogPart;

/** What the merchant tells the customer. */
class MessageField implements DialogPart {

    @Override
    public String template() {
        return "rtn/part/message";
    }
}
