package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.List;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.ReturnRequest;

/**
 * Whether a part of a refund that its gateway has refused can still be paid back, by whoever wants that: through the gateway or elsewhere.
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

    /** What stands against asking the gateway once more, which pays twice where it says that it has paid already. */
    List<Objection> objectionsToAgain(Long partId, ReturnRequest request, Actor actor) {
        return writing.part(partId).filter(part -> part.getState() == RefundState.FAILED && part.isContradicted()).isPresent()
            ? List.of(Objection.general("rtn.objection.refund.contradicted")) : objections(partId, request, actor);
    }

    /** What stands against it, in whichever way. */
    List<Objection> objections(Long partId, ReturnRequest request, Actor actor) {
        RefundPayment part = writing.part(partId).orElse(null);
        if (part == null || part.getState() != RefundState.FAILED || part.getMeans() != RefundMeans.GATEWAY) {
            return List.of(Objection.general("rtn.objection.refund.notFailed"));
        }
        Refund refund = writing.refundOf(part);
        if (!refund.getRequestId().equals(request.getId()) || !request.getStatus().isDecision()) {
            return List.of(Objection.general("rtn.objection.refund.notFailed"));
        }
        List<Objection> objections = permission.objectionsToAgain(actor, refund, part);
        if (!objections.isEmpty()) {
            return objections;
        }
        if (isMadeUpFor(refund)) {
            return List.of(Objection.general("rtn.objection.refund.since"));
        }
        return fits(request, refund, part) ? List.of() : List.of(Objection.general("rtn.objection.refund.changed"));
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
        return bases.of(request.getOrderId(), request.getId(), own.stream().map(RefundLine::getOrderItemId).toList(), false)
            .filter(basis -> own.stream().allMatch(line -> request.getLines().stream()
                .filter(found -> found.getId().equals(line.getLineId()))
                .anyMatch(found -> line.getUnits() <= basis.most(found.getId(), found.getOrderItemId(), found.getQuantityAccepted()))
                && line.getAmount().compareTo(basis.worth(line.getOrderItemId(), line.getUnits())) == 0))
            .filter(basis -> refund.amounts().delivery().compareTo(basis.deliveryLeft()) <= 0
                && refund.amounts().otherwise().compareTo(basis.paidOtherwise()) <= 0)
            .isPresent();
    }
}
