package org.broadleafreturns.admin.dialog;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.request.ReturnStatus;

/**
 * What a feature shows in the dialogs that change the status of a return or create one. Each bean of this type is a part, in the
 * order of the beans. What is typed into its inputs goes to the {@link org.broadleafreturns.core.request.StepPart} that names them,
 * whose objections stand beside them.
 */
@ForIntegrators
public interface DialogPart {

    /**
     * The template of its inputs, such as {@code gift/dialog}; in it {@code rtnPart.model()} is what {@link #model} gave. Each input
     * has a label and stands in an element of the class {@code rtn-field}. An objection to several inputs stands at their
     * {@code fieldset} of that name, below its {@code legend}.
     */
    String template();

    /**
     * With which statuses it is shown, once one of them is chosen; {@link ReturnStatus#REQUESTED} is the dialog that creates a return.
     * All others unless a part says so.
     */
    default Set<ReturnStatus> shownFor() {
        return EnumSet.complementOf(EnumSet.of(ReturnStatus.REQUESTED));
    }

    /** Whether it is in a dialog at all. */
    default boolean isIn(OpenDialog dialog) {
        return true;
    }

    /** What its template shows; asked only where it is in the dialog. */
    default Map<String, Object> model(OpenDialog dialog) {
        return Map.of();
    }
}
