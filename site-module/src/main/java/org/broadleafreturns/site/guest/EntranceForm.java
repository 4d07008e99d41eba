package org.broadleafreturns.site.guest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafreturns.core.guest.AskedEntry;

/**
 * What a guest has typed to be let in, and what is missing of it. Public for the templates.
 *
 * @param faults codes of messages, by the name of their input
 */
public record EntranceForm(String order, String email, Map<String, String> faults) {

    /** Nothing is missing of it yet. */
    static EntranceForm empty(AskedEntry known) {
        return new EntranceForm(known.order(), known.email(), Map.of());
    }

    static EntranceForm of(AskedEntry asked) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (asked.order().isEmpty()) {
            faults.put("order", "rtn.objection.guest.order");
        }
        if (asked.email().indexOf('@') < 1) {
            faults.put("email", "rtn.objection.guest.email");
        }
        return new EntranceForm(asked.order(), asked.email(), faults);
    }

    /** The message that says what is wrong with an input, or null. */
    public String fault(String input) {
        return faults.get(input);
    }
}
