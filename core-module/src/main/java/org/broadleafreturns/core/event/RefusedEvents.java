package org.broadleafreturns.core.event;

import java.util.List;
import org.broadleafreturns.core.waiting.Allowance;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.WaitingItem;
import org.broadleafreturns.core.waiting.WaitingSource;

/** Events that a listener has refused many times, each of which holds back those that come after it of its return. */
class RefusedEvents implements WaitingSource {

    private final Deliveries deliveries;

    RefusedEvents(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String name() {
        return "events-refused";
    }

    @Override
    public Backlog backlog() {
        return deliveries.countTriedAtLeast(ReturnEvents.SHOWN_AFTER);
    }

    @Override
    public Allowance usual() {
        return Allowance.NONE;
    }

    @Override
    public List<WaitingItem> oldest(int limit) {
        return deliveries.triedAtLeast(ReturnEvents.SHOWN_AFTER, limit).stream()
            .map(refused -> new WaitingItem(refused.listener(), refused.returnNumber(), refused.happenedAt(),
                "rtn.admin.waiting.refused", List.of(refused.kind(), refused.attempts(), said(refused))))
            .toList();
    }

    private static String said(TroubledDelivery refused) {
        return refused.message() == null ? String.valueOf(refused.failure()) : refused.failure() + ": " + refused.message();
    }
}
