package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Objection;

/** What has come, and in which condition: with its status, and with a decision that is taken before all was noted. */
class ReceivedUnitsPart implements StepPart {

    private final ReturnChoices choices;

    ReceivedUnitsPart(ReturnChoices choices) {
        this.choices = choices;
    }

    @Override
    public String name() {
        return EnteredGoods.RECEIVED;
    }

    @Override
    public Set<String> inputs(ReturnRequest request, ReturnStatus to) {
        return EnteredGoods.arrivalInputs(request, to);
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        return EnteredGoods.of(step).objectionsToArrivals();
    }

    /** A condition can be switched off meanwhile. */
    @Override
    public List<Objection> objectionsByNow(EnteredStep step) {
        List<Objection> objections = new ArrayList<>();
        EnteredGoods goods = EnteredGoods.of(step);
        step.request().getLines().forEach(line -> {
            for (int heap = 1; heap <= EnteredGoods.HEAPS; heap++) {
                if (goods.conditionOf(line, heap).filter(this::isGone).isPresent()) {
                    objections.add(Objection.to(EnteredGoods.condition(line, heap), "rtn.objection.condition.gone"));
                }
            }
        });
        return objections;
    }

    private boolean isGone(String condition) {
        return choices.condition(condition, Locale.ENGLISH).filter(Choice::active).isEmpty();
    }
}
