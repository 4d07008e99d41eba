package org.broadleafreturns.site;

import java.util.List;

/**
 * What has happened to a return, what happens next and what comes afterwards, as its shopper reads it. Public for the templates.
 *
 * @param steps in their order; never empty
 */
public record ReturnWay(List<WayStep> steps) {

    public ReturnWay {
        steps = List.copyOf(steps);
    }

    /** What the return waits for; null if nothing more happens. */
    public WayStep next() {
        return steps.stream().filter(WayStep::isNow).findFirst().orElse(null);
    }

    /** What has happened last. */
    public WayStep last() {
        return steps.stream().filter(WayStep::isDone).reduce((earlier, later) -> later).orElseThrow();
    }

    /** Whether nothing more happens. */
    public boolean isOver() {
        return next() == null;
    }
}
