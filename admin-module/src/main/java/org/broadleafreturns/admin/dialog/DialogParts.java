package org.broadleafreturns.admin.dialog;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafreturns.core.request.ReturnStatus;

/** All parts of the dialogs. */
public class DialogParts {

    private final List<DialogPart> parts;

    DialogParts(List<DialogPart> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Those of one dialog, in their order. */
    public List<ShownPart> in(OpenDialog dialog) {
        return parts.stream().filter(part -> dialog.choices().stream().anyMatch(part.shownFor()::contains) && part.isIn(dialog))
            .map(part -> new ShownPart(part.template(), shownFor(part.shownFor(), dialog), part.model(dialog))).toList();
    }

    private static String shownFor(Set<ReturnStatus> statuses, OpenDialog dialog) {
        return statuses.containsAll(dialog.choices()) ? null
            : statuses.stream().map(ReturnStatus::name).sorted().collect(Collectors.joining(" "));
    }
}
