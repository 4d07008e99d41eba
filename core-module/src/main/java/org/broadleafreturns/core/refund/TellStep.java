package org.broadleafreturns.core.refund;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.request.FeatureStep;
import org.broadleafreturns.core.request.FeatureSteps;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;

/**
 * Tells the customer of a decision, without the refund that was to be made with it and was not: the mail that waits for it never goes out
 * then. One that waits for a refund that is on its way goes on waiting.
 */
class TellStep implements FeatureStep {

    static final String NAME = "tell";

    private final FeatureSteps.Kept kept;
    private final RefundWriting writing;
    private final RefundMails mails;

    TellStep(FeatureSteps.Kept kept, RefundWriting writing, RefundMails mails) {
        this.kept = kept;
        this.writing = writing;
        this.mails = mails;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Integer> version() {
        return Optional.of(kept.version());
    }

    @Override
    public Map<String, String> inputs(ReturnRequest request) {
        return Map.of();
    }

    @Override
    public String message() {
        return kept.message();
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        return request.getStatus().isDecision() && writing.isMailWaiting(request) ? List.of()
            : List.of(Objection.general("rtn.objection.refund.notHeld"));
    }

    @Override
    public Optional<MailContent> mail(ReturnRequest request) {
        return mails.decided(request, kept.message());
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        writing.dropMails(request);
        happening.note(request, happening.entry(RefundJournal.TOLD_WITHOUT));
    }
}
