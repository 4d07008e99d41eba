package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.List;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.Step;

/** Asks the gateway once more for a part of a refund that it has refused. */
class RefundAgain implements Step {

    private final Long partId;
    private final RefundBases bases;
    private final RefundLines lines;
    private final RefundWriting writing;
    private final RefundPermission permission;
    private final RefundDispatch dispatch;

    RefundAgain(Long partId, RefundBases bases, RefundLines lines, RefundWriting writing,
            RefundPermission permission, RefundDispatch dispatch) {
        this.partId = partId;
        this.bases = bases;
        this.lines = lines;
        this.writing = writing;
        this.permission = permission;
        this.dispatch = dispatch;
    }

    @Override
    public String name() {
        return "refund-again";
    }

    /** A second click. */
    @Override
    public boolean isDone(ReturnRequest request) {
        return writing.part(partId).filter(part -> part.getState() == RefundState.PENDING).isPresent();
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        RefundPayment part = writing.part(partId).orElse(null);
        if (part == null || part.getState() != RefundState.FAILED || part.getMeans() != RefundMeans.GATEWAY) {
            return List.of(Objection.general("rtn.objection.refund.notFailed"));
        }
        Refund refund = writing.refundOf(part);
        if (!refund.getRequestId().equals(request.getId()) || !request.getStatus().isDecision()) {
            return List.of(Objection.general("rtn.objection.refund.notFailed"));
        }
        List<Objection> objections = permission.objectionsToAgain(actor, refund, part);
        return objections.isEmpty() && !fits(request, refund, part) ? List.of(Objection.general("rtn.objection.refund.changed"))
            : objections;
    }

    /** Others may have refunded the same money or the same units since it failed. */
    private boolean fits(ReturnRequest request, Refund refund, RefundPayment part) {
        BigDecimal left = bases.payments(request.getOrderId()).stream()
            .flatMap(payment -> payment.paid().captures().stream().filter(capture -> capture.transactionId().equals(part.getCaptureId()))
                .map(payment::of)).findFirst().orElse(BigDecimal.ZERO);
        if (part.getAmount().compareTo(left) > 0) {
            return false;
        }
        if (refund.isInForce()) {
            return true;
        }
        List<RefundLine> own = lines.findOfRefunds(List.of(refund.getId()));
        return bases.of(request.getOrderId(), request.getId(), own.stream().map(RefundLine::getOrderItemId).toList(), false)
            .filter(basis -> own.stream().allMatch(line -> request.getLines().stream()
                .filter(found -> found.getId().equals(line.getLineId()))
                .anyMatch(found -> line.getUnits() <= basis.most(found.getId(), found.getOrderItemId(), found.getQuantityAccepted()))))
            .filter(basis -> refund.amounts().delivery().compareTo(basis.deliveryLeft()) <= 0)
            .isPresent();
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        RefundPayment part = writing.part(partId).orElseThrow();
        part.tryAgain();
        Refund refund = writing.refundOf(part);
        RefundJournal.note(request, refund, part, RefundJournal.TRIED_AGAIN, happening);
        writing.follow(request, refund, happening);
        dispatch.after(happening, List.of(partId));
    }
}
