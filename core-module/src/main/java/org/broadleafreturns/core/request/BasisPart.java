package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadleafreturns.core.kernel.Objection;

/** Where a merchant creates a return: whether it follows a withdrawal, and when goods were sent. */
class BasisPart implements StepPart {

    private static final Set<String> INPUTS = Set.of(BasisRules.BASIS, BasisRules.DAY, BasisRules.CHANNEL, BasisRules.SENT);

    private final BasisRules rules;

    BasisPart(BasisRules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return BasisRules.BASIS;
    }

    @Override
    public Set<String> inputs(ReturnRequest request, ReturnStatus to) {
        return to == ReturnStatus.REQUESTED ? INPUTS : Set.of();
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        if (step.to() != ReturnStatus.REQUESTED) {
            return List.of();
        }
        BasisRules.Entered entered = entered(step);
        List<Objection> objections = new ArrayList<>(entered.objections());
        if (entered.stated() != null) {
            objections.addAll(rules.objections(step.request().getOrderId(), entered.stated()));
        }
        return objections;
    }

    private BasisRules.Entered entered(EnteredStep step) {
        return rules.read(step.inputs(), step.request().getStatedBasis());
    }

    @Override
    public void perform(EnteredStep step, Happening happening) {
        if (step.to() == ReturnStatus.REQUESTED) {
            step.request().state(entered(step).stated(), happening);
        }
    }
}
