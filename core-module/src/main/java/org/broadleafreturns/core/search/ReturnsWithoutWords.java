package org.broadleafreturns.core.search;

import java.util.Optional;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.WaitingSource;

/** Returns of before that a search may not find yet. */
class ReturnsWithoutWords implements WaitingSource {

    private final SearchIndex index;

    ReturnsWithoutWords(SearchIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return "search-words";
    }

    @Override
    public Backlog backlog() {
        Optional<Long> next = index.isFilling() ? index.next() : Optional.empty();
        return next.map(first -> Backlog.of(index.countUpTo(first, Backlog.COUNTED + 1), null)).orElse(Backlog.NONE);
    }

    @Override
    public String address() {
        return "/returns?view=all";
    }
}
