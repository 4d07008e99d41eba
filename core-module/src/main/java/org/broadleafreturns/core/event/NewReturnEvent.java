package org.broadleafreturns.core.event;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.broadleafreturns.core.kernel.Actor;

/**
 * Something that is happening to a return and that others are to be told.
 *
 * @param about the return
 * @param number which of the return's events it is, from 1 on and without a gap; the return counts them
 * @param kind what happened, such as {@code return.requested}: up to {@value ReturnEvent#KIND_LENGTH} characters, which listeners go by,
 *     so that a kind never changes its meaning
 * @param happenedAt when
 * @param actor who did it; the name is not kept
 * @param ground on which ground the system acted, or null; up to {@value ReturnEvent#GROUND_LENGTH} characters
 * @param values what else there is to say, by names that the kind documents; nothing that is personal
 */
public record NewReturnEvent(ChangedReturn about, int number, String kind, Instant happenedAt, Actor actor, String ground,
        Map<String, String> values) {

    /** @throws IllegalArgumentException if the kind or the ground is too long, or the number is none */
    public NewReturnEvent {
        Objects.requireNonNull(about, "An event tells of a return");
        Objects.requireNonNull(happenedAt, "An event has a moment");
        Objects.requireNonNull(actor, "An event has an actor");
        if (number < 1) {
            throw new IllegalArgumentException("A return's events are counted from 1 on, and this is " + number);
        }
        if (kind == null || kind.isBlank() || kind.length() > ReturnEvent.KIND_LENGTH) {
            throw new IllegalArgumentException("An event's kind has up to " + ReturnEvent.KIND_LENGTH + " characters: " + kind);
        }
        if (ground != null && ground.length() > ReturnEvent.GROUND_LENGTH) {
            throw new IllegalArgumentException("An event's ground has up to " + ReturnEvent.GROUND_LENGTH + " characters: " + ground);
        }
        values = Map.copyOf(values);
    }
}
