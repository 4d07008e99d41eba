package org.broadleafreturns.core.refund;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.Step;

/**
 * What has become of a part of a refund that a gateway was asked for. An answer that comes after the time limit still settles it, unless
 * somebody has said meanwhile what became of it, or it was tried again.
 */
class RefundOutcome implements Step {

    private final Long partId;
    private final String key;
    private final RefundState outcome;
    private final String said;
    private final Map<String, String> fields;
    private final RefundWriting writing;

    /**
     * @param key of the try that it is the outcome of
     * @param outcome never pending
     * @param said what the gateway said, or null
     */
    RefundOutcome(Long partId, String key, RefundState outcome, String said, Map<String, String> fields, RefundWriting writing) {
        this.partId = partId;
        this.key = key;
        this.outcome = outcome;
        this.said = said;
        this.fields = Map.copyOf(fields);
        this.writing = writing;
    }

    @Override
    public String name() {
        return "refund-outcome";
    }

    @Override
    public String toString() {
        return said == null || said.isEmpty() ? outcome.toString() : outcome + " (" + said + ")";
    }

    @Override
    public boolean isDone(ReturnRequest request) {
        Optional<RefundPayment> part = writing.part(partId);
        return part.isEmpty() || isSettled(part.get()) && !isContradicting(part.get());
    }

    /** Somebody has said that it did not go through, and now the gateway says that it did. */
    private boolean isContradicting(RefundPayment part) {
        return part.key().equals(key) && part.isDecidedByPerson() && part.getState() == RefundState.FAILED && outcome == RefundState.DONE;
    }

    /** Whether nothing is to be said of it any more. */
    private boolean isSettled(RefundPayment part) {
        return !part.key().equals(key) || !part.getState().isOpen() || part.getState() == outcome;
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        return List.of();
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        RefundPayment part = writing.part(partId).orElseThrow();
        if (isContradicting(part)) {
            RefundJournal.note(request, writing.refundOf(part), part, RefundJournal.CONTRADICTED, happening);
            return;
        }
        part.settle(outcome, said, happening.when());
        if (outcome == RefundState.DONE) {
            writing.record(part, said == null ? "" : said, fields);
        }
        Refund refund = writing.refundOf(part);
        RefundJournal.note(request, refund, part, switch (outcome) {
            case DONE -> RefundJournal.DONE;
            case FAILED -> RefundJournal.FAILED;
            case UNKNOWN -> RefundJournal.UNKNOWN;
            case PENDING, ENDED -> throw new IllegalStateException("No outcome of refund payment " + partId);
        }, happening);
        writing.follow(request, refund, happening);
    }
}
