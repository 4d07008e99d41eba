package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mail.MailContent;

/**
 * A merchant puts right what was asked for or noted as received, before the decision. The status stays; where nothing would be left,
 * the return is called off. Public for guards, which may have a say in what lines come to.
 */
@ForIntegrators
public class CorrectionStep implements Step {

    static final String NAME = "correct";

    private final Correction correction;
    private final boolean sendMail;
    private final CorrectionRules rules;
    private final ReturnMails mails;
    private final FoundReturns found;

    CorrectionStep(Correction correction, boolean sendMail, CorrectionRules rules, ReturnMails mails, FoundReturns found) {
        this.correction = correction;
        this.sendMail = sendMail;
        this.rules = rules;
        this.mails = mails;
        this.found = found;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Integer> version() {
        return Optional.of(correction.version());
    }

    @Override
    public ReturnStatus to(ReturnRequest request) {
        return CorrectionRules.leavesNothing(request, correction) ? ReturnStatus.CANCELLED : request.getStatus();
    }

    @Override
    public String message() {
        return Texts.orNull(correction.message());
    }

    @Override
    public String note() {
        return Texts.orNull(correction.note());
    }

    /**
     * How the lines that it names would stand, by the line's identifier; for guards, which are asked once nothing else stands
     * against it. Others stay as they are. Empty where the return is called off.
     */
    public Map<Long, LineStanding> standings(ReturnRequest request) {
        return cancels(request) ? Map.of() : CorrectionRules.standings(request, correction);
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        List<Objection> objections = new ArrayList<>(rules.objections(request, correction));
        if (objections.isEmpty() && cancels(request) && !request.nextStatuses(actor).contains(ReturnStatus.CANCELLED)) {
            objections.add(Objection.general("rtn.objection.correct.lastLine"));
        }
        if (objections.isEmpty()) {
            objections.addAll(mailObjections(request));
        }
        return objections;
    }

    /** What stands against the mail, if there is to be one. */
    List<Objection> mailObjections(ReturnRequest request) {
        return sendMail ? DirectStep.recipientObjections(request, mails) : List.of();
    }

    private boolean cancels(ReturnRequest request) {
        return to(request) == ReturnStatus.CANCELLED;
    }

    @Override
    public boolean isTold() {
        return sendMail;
    }

    @Override
    public Optional<Letter> letter(ReturnRequest request) {
        return sendMail ? content(request) : Optional.empty();
    }

    /** The mail that would be sent; empty if no address is known. */
    Optional<Letter> content(ReturnRequest request) {
        Optional<MailContent> mail = cancels(request) ? mails.statusChange(request, cancellation(), null)
            : mails.correction(request, message(), standings(request), rules.added(request, correction));
        return mail.map(content -> new Letter(content, null));
    }

    private StatusChange cancellation() {
        return new StatusChange(correction.number(), correction.version(), ReturnStatus.CANCELLED, message(), note(), Map.of(), null);
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        if (cancels(request)) {
            request.cancel(happening);
            return;
        }
        // All is read before anything is changed: the provider would write what is not complete yet.
        List<AddedLine> added = rules.added(request, correction);
        Map<Long, LineStanding> standings = CorrectionRules.standings(request, correction);
        boolean otherArticles = !added.isEmpty() || standings.values().stream().anyMatch(standing -> !standing.isIn());
        Runnable find = otherArticles ? found.again(request, added) : () -> { };
        request.correct(standings, added, request.getComment() == null ? Texts.orNull(correction.comment()) : null, happening);
        find.run();
    }
}
