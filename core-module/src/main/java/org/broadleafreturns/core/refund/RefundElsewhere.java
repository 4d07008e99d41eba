package org.broadleafreturns.core.refund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.Step;

/**
 * Records that a part of a refund that its gateway has refused was paid back elsewhere, or by the gateway after all: among the platform's
 * transactions, too, where what was captured has room for it.
 */
class RefundElsewhere implements Step {

    /** With which the names of its inputs begin. */
    static final String NAME = "refund.elsewhere";

    private final Long partId;
    private final Map<String, String> inputs;
    private final LocalDate today;
    private final FailedParts failed;
    private final RefundWriting writing;

    /** @param inputs without those that are blank */
    RefundElsewhere(Long partId, Map<String, String> inputs, LocalDate today, FailedParts failed, RefundWriting writing) {
        this.partId = partId;
        this.inputs = inputs;
        this.today = today;
        this.failed = failed;
        this.writing = writing;
    }

    @Override
    public String name() {
        return "refund-elsewhere";
    }

    /** A second click. */
    @Override
    public boolean isDone(ReturnRequest request) {
        return writing.part(partId).filter(part -> part.getState() == RefundState.DONE && part.getMeans().isElsewhere()).isPresent();
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        List<Objection> objections = failed.objectionsToRecording(partId, request, actor);
        if (!objections.isEmpty()) {
            return objections;
        }
        List<Objection> wrong = new ArrayList<>();
        inputs.forEach((name, text) -> {
            if (text.length() > Refund.TEXT_LENGTH) {
                wrong.add(Objection.to(name, "rtn.objection.text.tooLong", Refund.TEXT_LENGTH));
            } else if (!Characters.areWritable(text)) {
                wrong.add(Objection.to(name, "rtn.objection.text.characters"));
            }
        });
        if (wrong.isEmpty() && MadeElsewhere.read(inputs, NAME, today, wrong) == null) {
            wrong.add(Objection.to(NAME + MadeElsewhere.MEANS, "rtn.objection.refund.elsewhere"));
        }
        return wrong;
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        RefundPayment part = writing.part(partId).orElseThrow();
        Refund refund = writing.refundOf(part);
        boolean room = failed.hasRoom(part, request.getOrderId());
        boolean counting = failed.doUnitsCount(request, refund);
        part.payElsewhere(MadeElsewhere.read(inputs, NAME, today, new ArrayList<>()), happening.actor().id(), happening.when());
        if (room) {
            writing.record(part, happening.actor().name(), Map.of());
        }
        RefundJournal.noteRecorded(request, refund, part, room, counting, happening);
        writing.follow(request, refund, counting, happening);
    }
}
