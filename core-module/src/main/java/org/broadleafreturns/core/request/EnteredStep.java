package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** What somebody entered for a step, and for which return: what its {@linkplain StepPart parts} look at. */
@ForIntegrators
public final class EnteredStep {

    private final ReturnRequest request;
    private final ReturnStatus from;
    private final ReturnStatus to;
    private final StatusChange change;
    private final Actor actor;

    /**
     * @param to null where none was chosen that can follow
     * @param change with the inputs of parts alone, as they are kept
     */
    EnteredStep(ReturnRequest request, ReturnStatus to, StatusChange change, Actor actor) {
        this.request = request;
        this.from = request.getStatus();
        this.to = to;
        this.change = change;
        this.actor = actor;
    }

    /** As it is before the step, or since when its effects are asked for; one that is being created has no identifier before. */
    public ReturnRequest request() {
        return request;
    }

    /** The status that was chosen, {@link ReturnStatus#REQUESTED} for a return that is created; null if none was that can follow. */
    public ReturnStatus to() {
        return to;
    }

    /** Whether it takes a decision back. */
    public boolean isReopening() {
        return to != null && StatusWorkflow.isReopening(from, to);
    }

    /**
     * How each line would stand; asked before the step. Empty where it is not about goods, or something is wrong with what was entered
     * of them, to which the parts object that ask for it.
     */
    public List<GoodsOfLine> goods() {
        return EnteredGoods.of(this).goodsIfPossible();
    }

    /** Who does it. */
    public Actor actor() {
        return actor;
    }

    /** What was typed into an input of a part's, without blanks around it; null if nothing was. */
    public String input(String name) {
        return change.inputs().get(name);
    }

    /** All that was typed into inputs of parts, by their names. */
    public Map<String, String> inputs() {
        return change.inputs();
    }

    /** What stands beside those: message, note, accepted units and label. */
    StatusChange change() {
        return change;
    }
}
