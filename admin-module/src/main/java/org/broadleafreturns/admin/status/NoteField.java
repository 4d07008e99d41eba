package org.broadleafreturns.admin.status;

import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.OpenDialog;

/** Why a decision is taken back. */
class NoteField implements DialogPart {

    @Override
    public String template() {
        return "rtn/part/note";
    }

    @Override
    public boolean isIn(OpenDialog dialog) {
        return dialog.request().filter(request -> request.status().isDecision()).isPresent();
    }
}
