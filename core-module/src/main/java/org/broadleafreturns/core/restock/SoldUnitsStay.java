package org.broadleafreturns.core.restock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.CorrectionStep;
import org.broadleafreturns.core.request.LineStanding;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.Step;
import org.broadleafreturns.core.request.StepGuard;

/**
 * Of units that were put on the shelf and sold from it nobody can say afterwards that they never came, nor ask for them a second time.
 * Those that never left the shop have not come either; what else is corrected of their line takes none of them away.
 */
class SoldUnitsStay implements StepGuard {

    private final Restocking restocking;

    SoldUnitsStay(Restocking restocking) {
        this.restocking = restocking;
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Step step, Actor actor) {
        Map<Long, LineStanding> standings =
            step instanceof CorrectionStep correction ? correction.standings(request) : Map.of();
        if (standings.isEmpty()) {
            return List.of();
        }
        Map<Long, Integer> onShelf = restocking.onShelf(request.getId());
        return request.getLines().stream().filter(line -> standings.containsKey(line.getId()))
            .flatMap(line -> objection(line, standings.get(line.getId()), onShelf.getOrDefault(line.getOrderItemId(), 0)).stream())
            .toList();
    }

    private static Optional<Objection> objection(ReturnLine line, LineStanding standing, int onShelf) {
        int received = standing.received().units();
        if (received < onShelf && received < line.getQuantityReceived()) {
            return Optional.of(Objection.general("rtn.objection.restock.sold", line.getArticleName(), onShelf));
        }
        return standing.requested() < onShelf
            ? Optional.of(Objection.general("rtn.objection.restock.sold.unsent", line.getArticleName(), onShelf)) : Optional.empty();
    }
}
