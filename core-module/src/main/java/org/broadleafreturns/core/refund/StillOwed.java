package org.broadleafreturns.core.refund;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadleafreturns.core.request.GoodsOfLine;
import org.broadleafreturns.core.request.ReturnRequest;

/**
 * Whether anything is still to be paid back of a decision: for accepted units that were not refunded and are worth something, or of a
 * refund of which a part has failed.
 */
class StillOwed {

    private final RefundEntries entries;
    private final Refunds refunds;
    private final RefundLines lines;

    StillOwed(RefundEntries entries, Refunds refunds, RefundLines lines) {
        this.entries = entries;
        this.refunds = refunds;
        this.lines = lines;
    }

    /** Of a return as it is decided. */
    boolean isAnything(ReturnRequest request) {
        return request.getStatus().isDecision()
            && (isAnyUnit(request, RefundEntries.accepted(request)) && isWorthAnything(request, entries.ofDecided(request, Map.of()))
                || hasFailedInPart(request));
    }

    /** Of one that is decided so. */
    boolean isAnything(ReturnRequest request, List<GoodsOfLine> goods) {
        return isAnyUnit(request, RefundEntries.accepted(request, goods))
            && isWorthAnything(request, entries.ofDecision(request, Map.of(), goods)) || hasFailedInPart(request);
    }

    private boolean isAnyUnit(ReturnRequest request, List<AcceptedUnits> accepted) {
        Map<Long, Integer> refunded = lines.sumByLine(request.getId()).stream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> ((Number) row[1]).intValue()));
        return accepted.stream().anyMatch(line -> line.accepted() > refunded.getOrDefault(line.lineId(), 0));
    }

    /**
     * No refund is made of nothing: what was free, or discounted to nothing, nobody has to pay back. Nor what the order was paid back by
     * something else, where nothing is left to be refunded; but nobody has looked yet at what its gateway alone says.
     */
    private boolean isWorthAnything(ReturnRequest request, Optional<EnteredRefund> proposed) {
        return proposed.isEmpty() || proposed.get().amounts().total().signum() > 0
            && (!isPaidOtherwise(proposed.get()) || refunds.countContradicted(request.getId()) > 0);
    }

    private static boolean isPaidOtherwise(EnteredRefund proposed) {
        RefundBasis basis = proposed.basis();
        return basis.cap().signum() == 0 && proposed.amounts().total().compareTo(basis.paidOtherwise()) <= 0;
    }

    /** Its units count as refunded, but not all of their money has gone back. */
    private boolean hasFailedInPart(ReturnRequest request) {
        return !refunds.sumFailedInPart(List.of(request.getId())).isEmpty();
    }
}
