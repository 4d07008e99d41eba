package org.broadleafreturns.core.request;

import java.util.List;
import org.broadleafreturns.core.kernel.Objection;

/** What the merchant tells the customer. */
class MessagePart implements StepPart {

    @Override
    public String name() {
        return "message";
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        return Texts.objectionTo("message", step.change().message()).stream().toList();
    }
}
