package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;

/** Why something is refused, and whether it goes back to the shopper. The system says why by its own ground. */
class RefusedUnitsPart implements StepPart {

    private final ReturnChoices choices;

    RefusedUnitsPart(ReturnChoices choices) {
        this.choices = choices;
    }

    @Override
    public String name() {
        return EnteredGoods.REFUSED;
    }

    @Override
    public Set<String> inputs(ReturnRequest request, ReturnStatus to) {
        Set<String> names = new HashSet<>();
        if (to == ReturnStatus.REFUSED || to == ReturnStatus.PARTIALLY_ACCEPTED) {
            names.add(EnteredGoods.REASON);
            request.getLines().forEach(line -> {
                names.add(EnteredGoods.reason(line));
                names.add(EnteredGoods.staying(line));
            });
        }
        return names;
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        return EnteredGoods.of(step).objectionsToRefused(step.actor() == null || step.actor().kind() != Actor.Kind.SYSTEM);
    }

    /** A reason can be switched off meanwhile. */
    @Override
    public List<Objection> objectionsByNow(EnteredStep step) {
        List<Objection> objections = new ArrayList<>();
        if (isGone(step, EnteredGoods.REASON)) {
            objections.add(Objection.to(EnteredGoods.REASON, "rtn.objection.refusal.gone"));
        }
        step.request().getLines().stream().map(EnteredGoods::reason).filter(input -> isGone(step, input))
            .forEach(input -> objections.add(Objection.to(input, "rtn.objection.refusal.gone")));
        return objections;
    }

    private boolean isGone(EnteredStep step, String input) {
        return step.input(input) != null && choices.refusalReason(step.input(input), Locale.ENGLISH).filter(Choice::active).isEmpty();
    }
}
