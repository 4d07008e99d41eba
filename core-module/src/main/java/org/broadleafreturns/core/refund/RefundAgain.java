package org.broadleafreturns.core.refund;

import java.util.List;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.Step;

/** Asks the gateway once more for a part of a refund that it has refused. */
class RefundAgain implements Step {

    private final Long partId;
    private final FailedParts failed;
    private final RefundWriting writing;
    private final RefundDispatch dispatch;

    RefundAgain(Long partId, FailedParts failed, RefundWriting writing, RefundDispatch dispatch) {
        this.partId = partId;
        this.failed = failed;
        this.writing = writing;
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
        return failed.objectionsToAgain(partId, request, actor);
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        RefundPayment part = writing.part(partId).orElseThrow();
        part.tryAgain(happening.actor().id());
        Refund refund = writing.refundOf(part);
        RefundJournal.note(request, refund, part, RefundJournal.TRIED_AGAIN, happening);
        writing.follow(request, refund, happening);
        dispatch.after(happening, List.of(partId));
    }
}
