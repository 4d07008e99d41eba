package org.broadleafreturns.core.refund;

import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.request.GoodsOfLine;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;

/**
 * Whether anything is still to be paid back of a decision: for accepted units that were not refunded and are worth something, of the
 * outward delivery where it has become a withdrawal since they were, or of a refund of which a part has failed.
 */
class StillOwed {

    private final RefundEntries entries;
    private final Refunds refunds;
    private final RefundLines lines;
    private final ReturnLookup returns;

    StillOwed(RefundEntries entries, Refunds refunds, RefundLines lines, ReturnLookup returns) {
        this.entries = entries;
        this.refunds = refunds;
        this.lines = lines;
        this.returns = returns;
    }

    /** Of a return as it is decided. */
    boolean isAnything(ReturnRequest request) {
        return request.getStatus().isDecision()
            && isAnything(request, RefundEntries.accepted(request), () -> entries.ofDecided(request, Map.of()));
    }

    /** Of one that is decided so. */
    boolean isAnything(ReturnRequest request, List<GoodsOfLine> goods) {
        return isAnything(request, RefundEntries.accepted(request, goods), () -> entries.ofDecision(request, Map.of(), goods));
    }

    private boolean isAnything(ReturnRequest request, List<AcceptedUnits> accepted, Supplier<Optional<EnteredRefund>> proposal) {
        boolean owed = isAnyUnit(request, accepted) ? isWorthAnything(request, proposal.get())
            : isForDelivery(request) && proposal.get().filter(proposed -> proposed.amounts().delivery().signum() > 0)
                .filter(proposed -> isWorthAnything(request, Optional.of(proposed))).isPresent();
        return owed || hasFailedInPart(request);
    }

    /**
     * Whether outward delivery can be owed for a return by itself: its units were refunded before it was a withdrawal. Whoever has refunded
     * since has seen it proposed. Of the order's withdrawals it is owed for the last one alone.
     */
    private boolean isForDelivery(ReturnRequest request) {
        if (!request.getStatedBasis().isWithdrawal()) {
            return false;
        }
        Optional<Date> stated = request.getJournal().stream().filter(entry -> ReturnRequest.LEGAL_BASIS.equals(entry.getKind()))
            .map(JournalEntry::getHappenedAt).max(Comparator.naturalOrder());
        return stated.isPresent()
            && refunds.findOfReturns(List.of(request.getId())).stream().noneMatch(refund -> refund.getCreatedAt().after(stated.get()))
            && returns.ofOrder(request.getOrderId()).stream().noneMatch(other -> other.getId() > request.getId()
                && other.getStatus().isDecision() && other.getStatedBasis().isWithdrawal());
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
