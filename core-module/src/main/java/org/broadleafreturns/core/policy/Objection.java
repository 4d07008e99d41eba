package org.broadleafreturns.core.policy;

import java.util.List;

/**
 * Why something cannot be done, for a person to read.
 *
 * @param field the input it belongs to, or the empty string if it concerns the whole
 * @param code the message's code; its words stand in the message bundles in every language
 * @param arguments what the message mentions
 */
public record Objection(String field, String code, List<Object> arguments) {

    public Objection {
        arguments = List.copyOf(arguments);
    }

    /** An objection to one input. */
    public static Objection to(String field, String code, Object... arguments) {
        return new Objection(field, code, List.of(arguments));
    }

    /** An objection to the whole. */
    public static Objection general(String code, Object... arguments) {
        return to("", code, arguments);
    }
}
