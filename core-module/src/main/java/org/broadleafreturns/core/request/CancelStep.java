package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;

/** The customer calls off what they asked for. */
class CancelStep implements Step {

    private final int version;
    private final ReturnMails mails;

    CancelStep(int version, ReturnMails mails) {
        this.version = version;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public Optional<Integer> version() {
        return Optional.of(version);
    }

    @Override
    public boolean isDone(ReturnRequest request) {
        return request.getStatus() == ReturnStatus.CANCELLED;
    }

    @Override
    public ReturnStatus to(ReturnRequest request) {
        return ReturnStatus.CANCELLED;
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        return request.nextStatuses(actor).contains(ReturnStatus.CANCELLED) ? List.of()
            : List.of(Objection.general("rtn.objection.cancel.tooLate"));
    }

    @Override
    public boolean isTold() {
        return true;
    }

    @Override
    public Optional<Letter> letter(ReturnRequest request) {
        StatusChange change = new StatusChange(request.getNumber(), version, ReturnStatus.CANCELLED, null, null, Map.of(), null);
        return mails.statusChange(request, change, null).map(content -> new Letter(content, null));
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        request.cancel(happening);
    }
}
