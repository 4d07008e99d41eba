package org.broadleafreturns.core.refund;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.Step;

/** What a merchant says of a part of a refund of which nobody knows what the gateway did: it went through, or it did not. */
class RefundSaid implements Step {

    private final Long partId;
    private final boolean wentThrough;
    private final RefundWriting writing;
    private final RefundPermission permission;

    RefundSaid(Long partId, boolean wentThrough, RefundWriting writing, RefundPermission permission) {
        this.partId = partId;
        this.wentThrough = wentThrough;
        this.writing = writing;
        this.permission = permission;
    }

    @Override
    public String name() {
        return "refund-said";
    }

    /** A second click, or the gateway's answer was faster. */
    @Override
    public boolean isDone(ReturnRequest request) {
        return writing.part(partId).filter(part -> part.getState() == outcome()).isPresent();
    }

    private RefundState outcome() {
        return wentThrough ? RefundState.DONE : RefundState.FAILED;
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        RefundPayment part = writing.part(partId).orElse(null);
        if (part == null || !writing.refundOf(part).getRequestId().equals(request.getId()) || part.getState() != RefundState.UNKNOWN) {
            return List.of(Objection.general("rtn.objection.refund.notUnknown"));
        }
        return permission.objections(actor);
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        RefundPayment part = writing.part(partId).orElseThrow();
        part.settle(outcome(), happening.actor().id(), happening.when());
        if (wentThrough) {
            writing.record(part, happening.actor().name(), Map.of());
        }
        Refund refund = writing.refundOf(part);
        RefundJournal.note(request, refund, part, wentThrough ? RefundJournal.SAID_DONE : RefundJournal.SAID_FAILED, happening);
        writing.follow(request, refund, happening);
    }
}
