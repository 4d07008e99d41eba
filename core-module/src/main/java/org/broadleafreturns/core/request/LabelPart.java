package org.broadleafreturns.core.request;

import java.util.List;
import org.broadleafreturns.core.kernel.Objection;

/** The file that the shopper puts on the parcel: with its status only, and needed where one was sent before. */
class LabelPart implements StepPart {

    @Override
    public String name() {
        return "label";
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        if (step.to() == null) {
            return List.of();
        }
        boolean aLabel = step.to() == ReturnStatus.LABEL_SENT;
        if (step.change().label() != null && !aLabel) {
            return List.of(Objection.to("label", "rtn.objection.label.otherStatus"));
        }
        return step.change().label() == null && aLabel && step.request().getStatus() == ReturnStatus.LABEL_SENT
            ? List.of(Objection.to("label", "rtn.objection.label.missing")) : List.of();
    }
}
