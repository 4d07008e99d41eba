package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Objection;

/**
 * The correction of a stored preview, which its merchant confirms: once, on the return as it was then, with the mail word for word.
 */
class PreviewedCorrection extends CorrectionStep {

    private final StatusPreview preview;
    private final boolean sendMail;

    PreviewedCorrection(StatusPreview preview, boolean sendMail, CorrectionRules rules, ReturnMails mails, FoundReturns found) {
        super(preview.getCorrection(), sendMail, rules, mails, found);
        this.preview = preview;
        this.sendMail = sendMail;
    }

    @Override
    public boolean isDone(ReturnRequest request) {
        return preview.isApplied();
    }

    @Override
    List<Objection> mailObjections(ReturnRequest request) {
        return sendMail ? preview.objectionsToMail() : List.of();
    }

    @Override
    public Optional<Letter> letter(ReturnRequest request) {
        return sendMail ? Optional.of(new Letter(preview.getMail(), null)) : Optional.empty();
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        super.perform(request, happening);
        preview.markApplied(happening.when());
    }
}
