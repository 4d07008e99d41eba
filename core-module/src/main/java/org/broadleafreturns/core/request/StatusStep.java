package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;

/** A status that somebody chose for a return, with what the {@linkplain StepPart parts} of the step make of what was entered. */
class StatusStep implements Step {

    private final StatusChange change;
    private final ReturnDocument label;
    private final StepParts parts;

    /** @param label the stored file, or null if there is none or it is not stored yet */
    StatusStep(StatusChange change, ReturnDocument label, StepParts parts) {
        this.change = change;
        this.label = label;
        this.parts = parts;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Optional<Integer> version() {
        return Optional.of(change.version());
    }

    @Override
    public ReturnStatus to(ReturnRequest request) {
        return change.to();
    }

    @Override
    public String message() {
        return Texts.orNull(change.message());
    }

    @Override
    public String note() {
        return Texts.orNull(change.note());
    }

    /** As it was entered, without what no part of the step asks for. */
    StatusChange change(ReturnRequest request) {
        return parts.kept(entered(request, null));
    }

    private EnteredStep entered(ReturnRequest request, Actor actor) {
        return parts.entered(request, change.to(), change, actor);
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        List<Objection> objections = new ArrayList<>();
        boolean canFollow = change.to() != null && request.nextStatuses(actor).contains(change.to());
        if (!canFollow) {
            objections.add(Objection.to("status",
                change.to() == null ? "rtn.objection.status.missing" : "rtn.objection.status.notAllowed"));
        }
        EnteredStep entered = parts.entered(request, canFollow ? change.to() : null, change, actor);
        objections.addAll(parts.objections(entered));
        if (canFollow) {
            objections.addAll(parts.objectionsToForeignLines(request, change.inputs()));
            objections.addAll(parts.objectionsByNow(entered));
        }
        return objections;
    }

    /** What others have done, and the order as it is by now, may stand against it since it was entered. */
    List<Objection> objectionsByNow(ReturnRequest request, Actor actor) {
        return parts.objectionsByNow(entered(request, actor));
    }

    @Override
    public boolean holdsMail(ReturnRequest request) {
        return parts.holdMail(entered(request, null));
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        EnteredStep entered = entered(request, happening.actor());
        become(request, EnteredGoods.of(entered), happening);
        parts.perform(entered, happening);
    }

    private void become(ReturnRequest request, EnteredGoods goods, Happening happening) {
        switch (change.to()) {
            case LABEL_SENT -> request.sendLabel(label, happening);
            case RECEIVED -> {
                if (request.getStatus().isDecision()) {
                    request.reopen(happening);
                } else {
                    request.receive(goods.arrived(), goods.somethingElse(), happening);
                }
            }
            case ACCEPTED, PARTIALLY_ACCEPTED, REFUSED -> request.decideLines(goods.decisions(), happening);
            case CANCELLED -> request.cancel(happening);
            case REQUESTED -> throw new IllegalStateException("Nothing leads back to a request");
        }
    }
}
