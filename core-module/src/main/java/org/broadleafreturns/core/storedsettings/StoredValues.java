package org.broadleafreturns.core.storedsettings;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is stored of one site's settings, and what was noted of the properties. Of a setting that is promised there are all values
 * that held; a null among them stands for what was configured at that time.
 */
final class StoredValues {

    /** Begins the names of what was noted of properties. */
    static final String CONFIGURED = "configured.";

    /** For those that are the same in all languages: the tag of {@link java.util.Locale#ROOT}. */
    static final String NO_LANGUAGE = "und";

    private final Map<Key, NavigableMap<Instant, String>> values = new HashMap<>();

    private record Key(String name, String language) {
    }

    /** @param from in milliseconds; 0 for the beginning of time */
    void add(String name, String language, long from, String value) {
        values.computeIfAbsent(new Key(name, language), key -> new TreeMap<>()).put(moment(from), value);
    }

    private static Instant moment(long from) {
        return from == 0 ? Instant.MIN : Instant.ofEpochMilli(from);
    }

    /** What merchants have set last, or null for what is configured. */
    String latest(String name, String language) {
        NavigableMap<Instant, String> found = values.get(new Key(name, language));
        return found == null ? null : found.lastEntry().getValue();
    }

    /** What was noted last of what is configured, or null. */
    String latestConfigured(String name) {
        return latest(CONFIGURED + name, NO_LANGUAGE);
    }

    /** When what merchants have set or what is configured has changed. */
    Set<Instant> moments(String name) {
        Set<Instant> moments = new TreeSet<>(all(name).keySet());
        moments.addAll(all(CONFIGURED + name).keySet());
        return moments;
    }

    /**
     * What held at a moment.
     *
     * @param configured what is configured, for times of which nothing was noted
     */
    <T> T at(String name, Instant moment, Function<String, T> reading, T configured) {
        String set = at(all(name), moment);
        String held = set == null ? at(all(CONFIGURED + name), moment) : set;
        return held == null ? configured : reading.apply(held);
    }

    private NavigableMap<Instant, String> all(String name) {
        return values.getOrDefault(new Key(name, NO_LANGUAGE), new TreeMap<>());
    }

    private static String at(NavigableMap<Instant, String> values, Instant moment) {
        Map.Entry<Instant, String> entry = values.floorEntry(moment);
        return entry == null ? null : entry.getValue();
    }
}
