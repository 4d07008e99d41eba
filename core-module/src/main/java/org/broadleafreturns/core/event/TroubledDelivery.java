package org.broadleafreturns.core.event;

import java.time.Instant;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * An event that a listener has refused many times, and that keeps later events of its return waiting. It is tried on.
 *
 * @param listener the name of the listener
 * @param returnNumber the number of the return
 * @param eventNumber which of the return's events it is
 * @param kind what happened
 * @param happenedAt when it happened
 * @param attempts how often it was tried
 * @param nextAttempt when it is tried again
 * @param failure what kind of failure the last one was, a class
 * @param message what it said, or null
 */
@ForIntegrators
public record TroubledDelivery(String listener, String returnNumber, int eventNumber, String kind, Instant happenedAt, int attempts,
        Instant nextAttempt, String failure, String message) {
}
