package org.broadleafreturns.admin.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.OpenDialog;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.springframework.context.i18n.LocaleContextHolder;

/** How many units of each line are accepted. */
class AcceptedUnitsField implements DialogPart {

    private final ReturnLookup lookup;

    AcceptedUnitsField(ReturnLookup lookup) {
        this.lookup = lookup;
    }

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
        ReturnRequest request = dialog.request().orElseThrow();
        return Map.of("lines", request.getLines(),
            "details", lookup.detailsOfLines(List.of(request), LocaleContextHolder.getLocale()));
    }
}
