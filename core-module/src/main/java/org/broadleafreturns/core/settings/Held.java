package org.broadleafreturns.core.settings;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Values, each with the moment from which it held until the next one did. The first has held for ever: of what was before it was
 * noted, nobody knows anything else.
 */
@ForIntegrators
public final class Held<T> {

    private final NavigableMap<Instant, T> from;

    private Held(NavigableMap<Instant, T> from) {
        this.from = Collections.unmodifiableNavigableMap(from);
    }

    /** A value that never was another. */
    public static <T> Held<T> always(T value) {
        NavigableMap<Instant, T> from = new TreeMap<>();
        from.put(Instant.MIN, value);
        return new Held<>(from);
    }

    /** These, and from a moment on another one; a later value stays. */
    public Held<T> then(Instant moment, T value) {
        NavigableMap<Instant, T> more = new TreeMap<>(from);
        more.put(moment, value);
        return new Held<>(more);
    }

    /** Values that are made of others, which change at their own moments. */
    public static <T> Held<T> of(Set<Instant> moments, Function<Instant, T> at) {
        Held<T> held = always(at.apply(Instant.MIN));
        for (Instant moment : new TreeSet<>(moments)) {
            held = held.then(moment, at.apply(moment));
        }
        return held;
    }

    /** When there was a change, the beginning of time among it. */
    public Set<Instant> moments() {
        return from.keySet();
    }

    /** What held at a moment. */
    public T at(Instant moment) {
        return from.floorEntry(moment).getValue();
    }

    /** What held at a moment and since, until now, each once. */
    public Set<T> since(Instant moment) {
        Set<T> values = new LinkedHashSet<>();
        values.add(at(moment));
        values.addAll(from.tailMap(moment, false).values());
        return values;
    }

    /** Whether any of what held at a moment and since, until now, is such. */
    public boolean anySince(Instant moment, Predicate<? super T> condition) {
        return condition.test(at(moment)) || from.tailMap(moment, false).values().stream().anyMatch(condition);
    }
}
