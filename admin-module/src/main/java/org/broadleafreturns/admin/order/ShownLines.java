package org.broadleafreturns.admin.order;

import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.request.Decision;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnAmounts;

/** The lines of a return in the panel, and what they come to. Public for the templates. */
public record ShownLines(List<ShownLine> lines) {

    /** Whether anybody counted what arrived. */
    public boolean isCounted() {
        return lines.stream().noneMatch(shown -> shown.line().isUncounted());
    }

    /** Whether anything is to be said of a line's goods beside numbers. */
    public boolean isDetailed() {
        return lines.stream().anyMatch(shown -> !shown.beside().isEmpty());
    }

    /** Whether it is known what was paid for any line. */
    public boolean isPriced() {
        return lines.stream().anyMatch(shown -> shown.amount() != null);
    }

    /** Whether units are accepted and refused by now. */
    public boolean isDecided() {
        return lines.stream().anyMatch(shown -> shown.line().decision() != Decision.OPEN);
    }

    /** What was paid for all of them, or null. */
    public Amount paid() {
        return ReturnAmounts.sum(lines.stream().map(ShownLine::amount).filter(Objects::nonNull).toList());
    }

    public int requested() {
        return sum(LineView::quantityRequested);
    }

    public int received() {
        return sum(LineView::quantityReceived);
    }

    public int accepted() {
        return sum(LineView::quantityAccepted);
    }

    public int refused() {
        return sum(line -> line.quantityRefused() == null ? 0 : line.quantityRefused());
    }

    public int notAccepted() {
        return sum(LineView::quantityNotAccepted);
    }

    private int sum(ToIntFunction<LineView> units) {
        return lines.stream().map(ShownLine::line).mapToInt(units).sum();
    }
}
