package org.broadleafreturns.core.request;

import static org.broadleafreturns.core.request.ReturnStatus.ACCEPTED;
import static org.broadleafreturns.core.request.ReturnStatus.CANCELLED;
import static org.broadleafreturns.core.request.ReturnStatus.LABEL_SENT;
import static org.broadleafreturns.core.request.ReturnStatus.PARTIALLY_ACCEPTED;
import static org.broadleafreturns.core.request.ReturnStatus.RECEIVED;
import static org.broadleafreturns.core.request.ReturnStatus.REFUSED;
import static org.broadleafreturns.core.request.ReturnStatus.REQUESTED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.kernel.Actor;

/** Which status can follow which: the one place that the form's choices and the service's guard both ask. */
public final class StatusWorkflow {

    private static final Map<ReturnStatus, Set<ReturnStatus>> NEXT = new EnumMap<>(Map.of(
        REQUESTED, EnumSet.of(LABEL_SENT, RECEIVED, ACCEPTED, PARTIALLY_ACCEPTED, REFUSED, CANCELLED),
        LABEL_SENT, EnumSet.of(LABEL_SENT, RECEIVED, ACCEPTED, PARTIALLY_ACCEPTED, REFUSED, CANCELLED),
        RECEIVED, EnumSet.of(RECEIVED, ACCEPTED, PARTIALLY_ACCEPTED, REFUSED),
        ACCEPTED, EnumSet.of(RECEIVED),
        PARTIALLY_ACCEPTED, EnumSet.of(RECEIVED),
        REFUSED, EnumSet.of(RECEIVED),
        CANCELLED, EnumSet.noneOf(ReturnStatus.class)));

    private StatusWorkflow() {
    }

    /**
     * What a merchant can make follow a status.
     *
     * @param mayReopen whether the one who asks may take back a decision
     */
    public static Set<ReturnStatus> next(ReturnStatus from, boolean mayReopen) {
        Set<ReturnStatus> next = EnumSet.copyOf(NEXT.get(from));
        next.removeIf(to -> isReopening(from, to) && !mayReopen);
        return next;
    }

    /**
     * The same for a return of so many units: a single one is accepted or refused, there is no part of it; and nothing more comes where
     * everything is here.
     *
     * @param units requested in all
     * @param missing how many of them have not come
     */
    public static Set<ReturnStatus> next(ReturnStatus from, boolean mayReopen, int units, int missing) {
        Set<ReturnStatus> next = next(from, mayReopen);
        if (units < 2) {
            next.remove(PARTIALLY_ACCEPTED);
        }
        if (from == RECEIVED && missing == 0) {
            next.remove(RECEIVED);
        }
        return next;
    }

    /** What this actor can make follow a status of such a return. */
    static Set<ReturnStatus> next(ReturnStatus from, Actor actor, int units, int missing) {
        return actor.kind() == Actor.Kind.CUSTOMER ? nextForCustomer(from) : next(from, actor.mayReopen(), units, missing);
    }

    /** What a customer can do: call a return off until the goods are received. */
    public static Set<ReturnStatus> nextForCustomer(ReturnStatus from) {
        Set<ReturnStatus> next = next(from, false);
        next.retainAll(EnumSet.of(CANCELLED));
        return next;
    }

    /** Whether this step takes back a decision, which needs a permission of its own and a reason. */
    public static boolean isReopening(ReturnStatus from, ReturnStatus to) {
        return from.isDecision() && to == RECEIVED;
    }
}
