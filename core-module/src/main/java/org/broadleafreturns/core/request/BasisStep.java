package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;

/** Somebody says on what a return is based in law, or when its goods were sent. */
class BasisStep implements Step {

    private final Integer version;
    private final Function<StatedBasis, BasisRules.Entered> entered;
    private final BasisRules rules;

    /**
     * @param version of the return as they saw it, or null if it does not matter
     * @param entered what they say, of what was said before
     */
    BasisStep(Integer version, Function<StatedBasis, BasisRules.Entered> entered, BasisRules rules) {
        this.version = version;
        this.entered = entered;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "legal-basis";
    }

    @Override
    public Optional<Integer> version() {
        return Optional.ofNullable(version);
    }

    @Override
    public boolean isDone(ReturnRequest request) {
        return request.getStatedBasis().equals(entered.apply(request.getStatedBasis()).stated());
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        if (request.getStatus() == ReturnStatus.CANCELLED) {
            return List.of(Objection.general("rtn.objection.basis.cancelled"));
        }
        if (actor.kind() == Actor.Kind.CUSTOMER && !request.getStatus().isRunning()) {
            return List.of(Objection.general("rtn.objection.basis.decided"));
        }
        BasisRules.Entered said = entered.apply(request.getStatedBasis());
        return said.stated() == null ? said.objections() : rules.objections(request.getOrderId(), said.stated());
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        request.state(entered.apply(request.getStatedBasis()).stated(), happening);
    }
}
