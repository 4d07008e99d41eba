package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;

/** The step of a stored preview, which its merchant confirms: once, on the return as it was then, with the mail word for word. */
class PreviewedStep extends StatusStep {

    private final StatusPreview preview;
    private final boolean sendMail;

    PreviewedStep(StatusPreview preview, boolean sendMail, StepParts parts) {
        super(preview.getChange(), preview.getLabel(), parts);
        this.preview = preview;
        this.sendMail = sendMail;
    }

    @Override
    public boolean isDone(ReturnRequest request) {
        return preview.isApplied();
    }

    /** What was entered stands as it was checked; what others may have done since is asked anew. */
    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        List<Objection> objections = new ArrayList<>(objectionsByNow(request, actor));
        if (sendMail) {
            objections.addAll(preview.objectionsToMail());
        }
        return objections;
    }

    @Override
    public Optional<Letter> letter(ReturnRequest request) {
        return sendMail ? Optional.of(new Letter(preview.getMail(), preview.getLabel())) : Optional.empty();
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        super.perform(request, happening);
        preview.markApplied(happening.when());
    }
}
