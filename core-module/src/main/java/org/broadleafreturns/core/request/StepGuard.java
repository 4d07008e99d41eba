package org.broadleafreturns.core.request;

import java.util.List;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;

/**
 * Says what stands against a step although the return itself allows it: a refund that is under way, a parcel that is not opened.
 * Every bean of this type is asked before every step on a return that there is, by whomever, at its preview and again when it is done, with the
 * order's turn taken. It changes nothing, and reads by queries for values.
 */
@FunctionalInterface
@ForIntegrators
public interface StepGuard {

    /** What stands against it now; empty if nothing does. */
    List<Objection> objections(ReturnRequest request, Step step, Actor actor);
}
