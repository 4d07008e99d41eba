package org.broadleafreturns.core.event;

import java.time.Duration;
import java.util.List;
import org.broadleafreturns.core.waiting.Allowance;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.WaitingItem;
import org.broadleafreturns.core.waiting.WaitingSource;

/** What listeners have not heard yet, whether they refuse it or nobody calls them. */
class UntoldEvents implements WaitingSource {

    private static final Duration USUAL = Duration.ofMinutes(15);

    private final Deliveries deliveries;

    UntoldEvents(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String name() {
        return "events-untold";
    }

    @Override
    public Backlog backlog() {
        return deliveries.listeners().stream().map(deliveries::untold).reduce(Backlog.NONE, Backlog::and);
    }

    @Override
    public Allowance usual() {
        return Allowance.age(USUAL);
    }

    /** One for each listener that is behind. */
    @Override
    public List<WaitingItem> oldest(int limit) {
        return deliveries.listeners().stream().map(this::item).filter(item -> item.since() != null).limit(limit).toList();
    }

    private WaitingItem item(String listener) {
        Backlog untold = deliveries.untold(listener);
        return new WaitingItem(listener, null, untold.oldest(), untold.more() ? "rtn.admin.waiting.eventsMore" : "rtn.admin.waiting.events",
            List.of(untold.count()));
    }
}
