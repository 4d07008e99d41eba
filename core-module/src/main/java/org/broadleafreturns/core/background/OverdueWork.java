package org.broadleafreturns.core.background;

import java.time.Duration;
import java.util.List;
import org.broadleafreturns.core.waiting.Allowance;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.WaitingItem;
import org.broadleafreturns.core.waiting.WaitingSource;

/** Work that should have begun by now and that no node has taken. */
class OverdueWork implements WaitingSource {

    private static final Duration USUAL = Duration.ofMinutes(15);

    private final ScheduledWork work;

    OverdueWork(ScheduledWork work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "work-overdue";
    }

    @Override
    public Backlog backlog() {
        return work.overdue();
    }

    @Override
    public Allowance usual() {
        return Allowance.age(USUAL);
    }

    @Override
    public List<WaitingItem> oldest(int limit) {
        return work.longestOverdue(limit).stream()
            .map(late -> new WaitingItem(late.name(), null, late.due(), "rtn.admin.waiting.work", List.of(late.instance()))).toList();
    }
}
