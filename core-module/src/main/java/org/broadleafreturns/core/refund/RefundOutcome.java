package org.broadleafreturns.core.refund;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has become of a part of a refund that a gateway was asked for. An answer that comes after the time limit still settles it, unless
 * somebody has said meanwhile what became of it, or it was tried again. Then it is noted where it says that the gateway has paid: whoever
 * pays back once more, or has done so, pays twice.
 */
class RefundOutcome implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(RefundOutcome.class);

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

    /**
     * It is taken for not paid, has been paid back elsewhere since, or was tried again, whatever came of that; and now the gateway says of
     * this try that it has paid.
     */
    private boolean isContradicting(RefundPayment part) {
        return outcome == RefundState.DONE && (!part.key().equals(key) || part.getState() == RefundState.FAILED
            || part.getState() == RefundState.DONE && part.getMeans().isElsewhere());
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
            LOG.error("The gateway says that refund payment {} of return {}, which is {}, has gone through as {}: it may be paid twice",
                partId, request.getNumber(), part.getState(), key);
            writing.contradict(part, happening.when());
            RefundJournal.noteContradicted(request, writing.refundOf(part), part, said, happening);
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
