package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** What was decided of a line: the one of its two small state machines that people drive. */
@ForIntegrators
public enum Decision {

    /** Nothing yet. */
    OPEN,
    /** All units are accepted. */
    ACCEPTED,
    /** Some are. */
    PARTLY_ACCEPTED,
    /** None is. */
    REFUSED;

    static Decision of(int accepted, int requested) {
        return accepted == 0 ? REFUSED : accepted < requested ? PARTLY_ACCEPTED : ACCEPTED;
    }

    /** A decision is not changed into another one; it is taken back first. */
    boolean canBecome(Decision next) {
        return (this == OPEN) != (next == OPEN);
    }
}
