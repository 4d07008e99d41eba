package org.broadleafreturns.admin.status;

import java.util.Map;
import java.util.Set;
import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.OpenDialog;
import org.broadleafreturns.core.request.ReturnStatus;

/** How many units of each line are accepted. */
class AcceptedUnitsField implements DialogPart {

    @Override
    public String template() {
        return "rtn/part/accepted";
    }

    @Override
    public Set<ReturnStatus> shownFor() {
        return Set.of(ReturnStatus.PARTIALLY_ACCEPTED);
    }

    @Override
    public Map<String, Object> model(OpenDialog dialog) {
        return Map.of("lines", dialog.request().orElseThrow().lines());
    }
}
