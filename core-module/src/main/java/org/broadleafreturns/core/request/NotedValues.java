package org.broadleafreturns.core.request;

import java.util.Collections;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What an entry of the journal keeps of one line, as one text: {@code requested=3 condition.DAMAGED=1 received=3}. Neither names nor
 * values have spaces.
 */
final class NotedValues {

    private static final String CONDITION = "condition.";

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Integer> conditions = new TreeMap<>();

    private NotedValues(String text) {
        for (String value : text.split(" ")) {
            String[] parts = value.split("=", 2);
            if (parts[0].startsWith(CONDITION)) {
                conditions.put(parts[0].substring(CONDITION.length()), Integer.valueOf(parts[1]));
            } else {
                values.put(parts[0], parts[1]);
            }
        }
    }

    /** What a {@link Writer} has written. */
    static NotedValues read(String text) {
        return new NotedValues(text);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Null if it was not noted. */
    String text(String name) {
        return values.get(name);
    }

    /** 0 if it was not noted. */
    int number(String name) {
        return Integer.parseInt(values.getOrDefault(name, "0"));
    }

    /** Units by the code of their condition. */
    Map<String, Integer> conditions() {
        return Collections.unmodifiableMap(conditions);
    }

    /** Puts values into one text, in the order in which they are given. */
    static final class Writer {

        private final StringJoiner text = new StringJoiner(" ");

        Writer with(String name, Object value) {
            text.add(name + "=" + value);
            return this;
        }

        Writer withConditions(Map<String, Integer> units) {
            new TreeMap<>(units).forEach((condition, some) -> with(CONDITION + condition, some));
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
