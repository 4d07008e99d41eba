package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;

/**
 * The step of a feature that was previewed, which its merchant confirms: once, on the return as it was then, with the mail word for
 * word.
 */
class PreviewedFeatureStep implements Step {

    private final StatusPreview preview;
    private final boolean sendMail;
    private final FeatureStep step;

    PreviewedFeatureStep(StatusPreview preview, boolean sendMail, FeatureStep step) {
        this.preview = preview;
        this.sendMail = sendMail;
        this.step = step;
    }

    @Override
    public String name() {
        return step.name();
    }

    @Override
    public Optional<Integer> version() {
        return step.version();
    }

    @Override
    public boolean isDone(ReturnRequest request) {
        return preview.isApplied();
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        List<Objection> objections = new ArrayList<>(step.objectionsByNow(request, actor));
        if (sendMail) {
            objections.addAll(preview.objectionsToMail());
        }
        return objections;
    }

    @Override
    public Optional<Letter> letter(ReturnRequest request) {
        return sendMail ? Optional.of(new Letter(preview.getMail(), null)) : Optional.empty();
    }

    @Override
    public boolean holdsMail(ReturnRequest request) {
        return step.holdsMail(request);
    }

    @Override
    public String message() {
        return step.message();
    }

    @Override
    public String note() {
        return step.note();
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        step.perform(request, happening);
        preview.markApplied(happening.when());
    }
}
