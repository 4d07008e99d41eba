package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.request.ReturnRequest;

/**
 * Whether a part of a refund that its gateway has refused can still be paid back, by whoever wants that: through the gateway, or elsewhere.
 * What was paid back elsewhere, nothing can undo: it can be recorded wherever its money is missing, whether the payments have room or not.
 */
class FailedParts {

    private final RefundBases bases;
    private final Refunds refunds;
    private final RefundLines lines;
    private final RefundWriting writing;
    private final RefundPermission permission;

    FailedParts(RefundBases bases, Refunds refunds, RefundLines lines, RefundWriting writing, RefundPermission permission) {
        this.bases = bases;
        this.refunds = refunds;
        this.lines = lines;
        this.writing = writing;
        this.permission = permission;
    }

    /** What one of the two ways asks of a part that has failed. */
    private interface Way {

        /** The code of what stands against it; empty for nothing. */
        Optional<String> obstacle(ReturnRequest request, Refund refund, RefundPayment part);
    }

    /** What stands against asking the gateway once more, which pays twice where it says that it has paid already. */
    List<Objection> objectionsToAgain(Long partId, ReturnRequest request, Actor actor) {
        return objections(partId, request, actor, this::obstacleToAgain);
    }

    /** What stands against recording that it was paid back elsewhere. */
    List<Objection> objectionsToRecording(Long partId, ReturnRequest request, Actor actor) {
        return objections(partId, request, actor, this::obstacleToRecording);
    }

    private List<Objection> objections(Long partId, ReturnRequest request, Actor actor, Way way) {
        RefundPayment part = writing.part(partId).orElse(null);
        Refund refund = part == null ? null : writing.refundOf(part);
        if (refund == null || !isFailed(request, refund, part)) {
            return List.of(Objection.general("rtn.objection.refund.notFailed"));
        }
        List<Objection> objections = permission.objectionsToAgain(actor, refund, part);
        return !objections.isEmpty() ? objections : way.obstacle(request, refund, part).map(Objection::general).stream().toList();
    }

    /**
     * What can be done with a part of a refund, by whoever may.
     *
     * @param again whether its gateway can be asked once more
     * @param elsewhere whether it can be recorded that it was paid back elsewhere
     */
    record Ways(boolean again, boolean elsewhere) {
    }

    Ways ways(ReturnRequest request, Refund refund, RefundPayment part) {
        boolean failed = isFailed(request, refund, part);
        boolean again = failed && obstacleToAgain(request, refund, part).isEmpty();
        return new Ways(again, again || failed && isMissing(refund, part));
    }

    private static boolean isFailed(ReturnRequest request, Refund refund, RefundPayment part) {
        return part.getState() == RefundState.FAILED && part.getMeans() == RefundMeans.GATEWAY
            && refund.getRequestId().equals(request.getId()) && request.getStatus().isDecision();
    }

    private Optional<String> obstacleToAgain(ReturnRequest request, Refund refund, RefundPayment part) {
        return part.isContradicted() ? Optional.of("rtn.objection.refund.contradicted")
            : isMadeUpFor(refund) ? Optional.of("rtn.objection.refund.since")
            : fits(request, refund, part) ? Optional.empty() : Optional.of("rtn.objection.refund.changed");
    }

    private Optional<String> obstacleToRecording(ReturnRequest request, Refund refund, RefundPayment part) {
        return isMissing(refund, part) ? Optional.empty() : obstacleToAgain(request, refund, part);
    }

    /** What the gateway says that it has paid was paid, and what is missing of a refund in force nothing else makes up for. */
    private static boolean isMissing(Refund refund, RefundPayment part) {
        return part.isContradicted() || refund.isInForce();
    }

    /**
     * Nobody can tell whether goodwill of since was meant for what has failed: who refunds it anew sees both. While a part of a refund has
     * failed and others have not, there is no goodwill.
     */
    private boolean isMadeUpFor(Refund refund) {
        return !refund.isInForce() && refunds.countOthersSince(refund.getRequestId(), refund.getId(),
            refund.amounts().goodwill().signum() > 0, refund.getCreatedAt()) > 0;
    }

    /** Others may have refunded the same money or the same units since it failed, or units that have left these another cent. */
    private boolean fits(ReturnRequest request, Refund refund, RefundPayment part) {
        List<PaymentLeft> payments = bases.payments(request.getOrderId());
        BigDecimal left = payments.stream()
            .flatMap(payment -> payment.paid().captures().stream().filter(capture -> capture.transactionId().equals(part.getCaptureId()))
                .map(payment::of)).findFirst().orElse(BigDecimal.ZERO);
        if (part.getAmount().compareTo(left.min(PaymentLeft.cap(payments, bases.vouchers(request.getOrderId())))) > 0) {
            return false;
        }
        if (refund.isInForce()) {
            return true;
        }
        List<RefundLine> own = lines.findOfRefunds(List.of(refund.getId()));
        return basis(request, own).filter(basis -> areLeft(request, own, basis) && own.stream().allMatch(line ->
                line.getAmount().compareTo(basis.worth(line.getOrderItemId(), line.getUnits())) == 0))
            .filter(basis -> refund.amounts().delivery().compareTo(basis.deliveryLeft()) <= 0
                && refund.amounts().otherwise().compareTo(basis.paidOtherwise()) <= 0)
            .isPresent();
    }

    private Optional<RefundBasis> basis(ReturnRequest request, List<RefundLine> own) {
        return bases.of(request.getOrderId(), request.getId(), own.stream().map(RefundLine::getOrderItemId).toList(), false);
    }

    private static boolean areLeft(ReturnRequest request, List<RefundLine> own, RefundBasis basis) {
        return own.stream().allMatch(line -> request.getLines().stream().filter(found -> found.getId().equals(line.getLineId()))
            .anyMatch(found -> line.getUnits() <= basis.most(found.getId(), found.getOrderItemId(), found.getQuantityAccepted())));
    }

    /** Whether the units of a refund count as refunded once a part of it is recorded: not where others have refunded them since. */
    boolean doUnitsCount(ReturnRequest request, Refund refund) {
        if (refund.isInForce()) {
            return true;
        }
        List<RefundLine> own = lines.findOfRefunds(List.of(refund.getId()));
        return basis(request, own).map(basis -> areLeft(request, own, basis)).orElse(true);
    }

    /** Whether the platform's capture has room for a part that has failed: somebody may have paid it there, or something else has. */
    boolean hasRoom(RefundPayment part, Long orderId) {
        return bases.payments(orderId).stream().flatMap(payment -> payment.paid().captures().stream()
                .filter(capture -> capture.transactionId().equals(part.getCaptureId())).map(capture -> left(payment, capture, part)))
            .anyMatch(left -> part.getAmount().compareTo(left) <= 0);
    }

    /** What the gateway says that it has paid is no longer left, but for itself. */
    private static BigDecimal left(PaymentLeft payment, CapturedAmount capture, RefundPayment part) {
        BigDecimal open = payment.openByCapture().getOrDefault(capture.transactionId(), BigDecimal.ZERO);
        return capture.left().subtract(part.isContradicted() ? open.subtract(part.getAmount()) : open);
    }
}
