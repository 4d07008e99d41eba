package org.broadleafreturns.core.request;

import java.util.List;
import org.broadleafreturns.core.kernel.Objection;

/** Why a decision is taken back, for the journal. */
class NotePart implements StepPart {

    @Override
    public String name() {
        return "note";
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        boolean missing = StatusWorkflow.isReopening(step.request().getStatus(), step.to())
            && Texts.orNull(step.change().note()) == null;
        return missing ? List.of(Objection.to("note", "rtn.objection.note.missing"))
            : Texts.objectionTo("note", step.change().note()).stream().toList();
    }
}
