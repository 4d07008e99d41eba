package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.Objection;

/** What is accepted without coming back: a broken cup is not worth sending. */
class KeptUnitsPart implements StepPart {

    @Override
    public String name() {
        return EnteredGoods.KEPT;
    }

    @Override
    public Set<String> inputs(ReturnRequest request, ReturnStatus to) {
        return to == ReturnStatus.ACCEPTED || to == ReturnStatus.PARTIALLY_ACCEPTED
            ? request.getLines().stream().filter(line -> line.missing() > 0).map(EnteredGoods::kept).collect(Collectors.toSet())
            : Set.of();
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        return EnteredGoods.of(step).objectionsToKept();
    }
}
