package org.broadleafreturns.core.request;

import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** The kinds of lasting events that a return itself tells of, and what is in them. */
@ForIntegrators
public final class ReturnEventKinds {

    /** A return was requested. No values. */
    public static final String REQUESTED = "return.requested";
    /** Its status changed, or another label was sent: {@code from} and {@code to}, the names of {@link ReturnStatus}. */
    public static final String STATUS_CHANGED = "return.status-changed";
    /** A decision accepts goods: {@code items}, see {@link #items}; all that it accepts, whatever was told before. */
    public static final String ITEMS_ACCEPTED = "return.items-accepted";
    /** A decision that had accepted goods is taken back: {@code items}, all that it had accepted. */
    public static final String ITEMS_TAKEN_BACK = "return.items-taken-back";

    private ReturnEventKinds() {
    }

    /**
     * Units by order item as a value of an event: {@code 17:2 18:1} for two units of item 17 and one of item 18.
     *
     * @param quantities units by the order item's identifier
     */
    static Map<String, String> items(Map<Long, Integer> quantities) {
        return Map.of("items", quantities.entrySet().stream().map(item -> item.getKey() + ":" + item.getValue())
            .collect(Collectors.joining(" ")));
    }
}
