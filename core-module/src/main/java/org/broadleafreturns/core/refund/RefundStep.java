package org.broadleafreturns.core.refund;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.request.FeatureStep;
import org.broadleafreturns.core.request.FeatureSteps;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;

/** A refund of a return that was decided before, with a mail of its own. */
class RefundStep implements FeatureStep {

    static final String NAME = "refund";

    private final FeatureSteps.Kept kept;
    private final RefundEntries entries;
    private final RefundWriting writing;
    private final RefundPermission permission;
    private final RefundDispatch dispatch;
    private final RefundMails mails;

    RefundStep(FeatureSteps.Kept kept, RefundEntries entries, RefundWriting writing, RefundPermission permission,
            RefundDispatch dispatch, RefundMails mails) {
        this.kept = kept;
        this.entries = entries;
        this.writing = writing;
        this.permission = permission;
        this.dispatch = dispatch;
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
        Set<String> known = EnteredRefund.names(request.getLines().stream().map(ReturnLine::getId).toList());
        Map<String, String> inputs = new HashMap<>(kept.inputs());
        inputs.keySet().retainAll(known);
        entered(request).ifPresent(entered -> inputs.putAll(entered.made()));
        return Collections.unmodifiableMap(inputs);
    }

    @Override
    public String message() {
        return kept.message();
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        List<Objection> objections = possible(request, actor);
        return !objections.isEmpty() ? objections : entered(request)
            .map(entered -> entered.objections().isEmpty() ? permission.objections(actor, request.getId(), entered)
                : entered.objections())
            .orElseGet(() -> List.of(Objection.general("rtn.objection.refund.unknown")));
    }

    private List<Objection> possible(ReturnRequest request, Actor actor) {
        if (!request.getStatus().isDecision()) {
            return List.of(Objection.general("rtn.objection.refund.undecided"));
        }
        Set<String> own = request.getLines().stream().map(line -> EnteredRefund.ofLine(line.getId())).collect(Collectors.toSet());
        // A line of another return is not silently passed over.
        boolean foreign = kept.inputs().keySet().stream()
            .anyMatch(name -> name.startsWith(EnteredRefund.CHOICE + "[") && !own.contains(name));
        return foreign ? List.of(Objection.general("rtn.objection.line.unknown")) : permission.objections(actor);
    }

    @Override
    public List<Objection> objectionsByNow(ReturnRequest request, Actor actor) {
        List<Objection> objections = objections(request, actor);
        return objections.isEmpty() && entered(request).orElseThrow().isOtherThanPreviewed()
            ? List.of(Objection.general("rtn.objection.refund.changed")) : objections;
    }

    private Optional<EnteredRefund> entered(ReturnRequest request) {
        return entries.ofDecided(request, kept.inputs());
    }

    @Override
    public Optional<MailContent> mail(ReturnRequest request) {
        return mails.refunded(request, entered(request).orElseThrow(), kept.message());
    }

    @Override
    public boolean holdsMail(ReturnRequest request) {
        return entered(request).orElseThrow().payments().stream().anyMatch(payment -> payment.means() == RefundMeans.GATEWAY);
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        dispatch.after(happening, writing.decide(request, entered(request).orElseThrow(), true, happening));
    }
}
