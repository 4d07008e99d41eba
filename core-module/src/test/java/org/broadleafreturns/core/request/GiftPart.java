package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Objection;

/** Words on a card: for whom everything is accepted of, and for whom a merchant creates a return. */
final class GiftPart implements StepPart {

    final List<String> happened = new ArrayList<>();
    boolean soldOut;

    @Override
    public String name() {
        return "gift";
    }

    @Override
    public Set<String> inputs(ReturnRequest request, ReturnStatus to) {
        return to == ReturnStatus.ACCEPTED || to == ReturnStatus.REQUESTED ? Set.of("gift.message") : Set.of();
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        String words = step.input("gift.message");
        return words != null && words.contains("<") ? List.of(Objection.to("gift.message", "shop.gift.characters")) : List.of();
    }

    @Override
    public List<Objection> objectionsByNow(EnteredStep step) {
        return soldOut ? List.of(Objection.general("shop.gift.soldOut")) : List.of();
    }

    @Override
    public void perform(EnteredStep step, Happening happening) {
        if (step.input("gift.message") != null) {
            happened.add(step.to() + " of " + step.request().getId() + " by " + happening.actor().name() + ": " + step.inputs());
            happening.note(step.request(), new JournalEntry("GIFT", happening.when(), happening.actor()));
        }
    }
}
