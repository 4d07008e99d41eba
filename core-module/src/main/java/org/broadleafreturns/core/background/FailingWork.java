package org.broadleafreturns.core.background;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.broadleafreturns.core.waiting.Allowance;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.WaitingItem;
import org.broadleafreturns.core.waiting.WaitingSource;

/** Kinds of work that have failed several times in a row. Once is what a restart of the database does to any of them. */
class FailingWork implements WaitingSource {

    private static final int SEVERAL = 2;

    private final ScheduledWork work;

    FailingWork(ScheduledWork work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "work-failing";
    }

    @Override
    public Backlog backlog() {
        List<ScheduledWork.Kind> failing = failing();
        Instant oldest = failing.stream().map(ScheduledWork.Kind::lastSuccess).filter(Objects::nonNull).min(Comparator.naturalOrder())
            .orElse(null);
        return Backlog.of(failing.size(), oldest);
    }

    @Override
    public Allowance usual() {
        return Allowance.NONE;
    }

    @Override
    public List<WaitingItem> oldest(int limit) {
        return failing().stream().limit(limit)
            .map(kind -> new WaitingItem(kind.name(), null, kind.lastSuccess(), "rtn.admin.waiting.failures", List.of(kind.failures())))
            .toList();
    }

    private List<ScheduledWork.Kind> failing() {
        return work.kinds().stream().filter(kind -> kind.failures() >= SEVERAL).toList();
    }
}
