package org.broadleafreturns.core.refund;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.CorrectionStep;
import org.broadleafreturns.core.request.LineStanding;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.Step;
import org.broadleafreturns.core.request.StepGuard;

/**
 * A decision is not taken back while nobody knows what becomes of a refund of it, and units that were refunded stay in the return,
 * whatever is corrected.
 */
class RefundGuard implements StepGuard {

    private final Refunds refunds;
    private final RefundLines lines;

    RefundGuard(Refunds refunds, RefundLines lines) {
        this.refunds = refunds;
        this.lines = lines;
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Step step, Actor actor) {
        if (request.getStatus().isDecision() && step.to(request) == ReturnStatus.RECEIVED) {
            return refunds.countOpen(request.getId()) == 0 ? List.of() : List.of(Objection.general("rtn.objection.refund.open"));
        }
        Map<Long, LineStanding> standings = step instanceof CorrectionStep correction ? correction.standings(request) : Map.of();
        return standings.isEmpty() ? List.of() : objections(request, standings);
    }

    private List<Objection> objections(ReturnRequest request, Map<Long, LineStanding> standings) {
        Map<Long, Integer> refunded = lines.sumByLine(request.getId()).stream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> ((Number) row[1]).intValue()));
        return request.getLines().stream().filter(line -> standings.containsKey(line.getId()))
            .filter(line -> standings.get(line.getId()).requested() < refunded.getOrDefault(line.getId(), 0))
            .map(line -> Objection.general("rtn.objection.refund.refunded", line.getArticleName(), refunded.get(line.getId())))
            .toList();
    }
}
