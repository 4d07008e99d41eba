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

    /**
     * Goods have come: {@code items}, what was noted as received with this step; {@code conditions}, how many of them are in which,
     * {@code 17:DAMAGED:1}; {@code missing}, what is missing since.
     */
    public static final String GOODS_RECEIVED = "return.goods-received";
    /**
     * A decision: {@code accepted}, {@code refused}, {@code kept} (accepted without coming back), {@code staying} (refused, and not
     * sent back), {@code missing} (never arrived), each as items; {@code reasons} of refusals, {@code 17:DAMAGED}.
     */
    public static final String DECIDED = "return.decided";
    /** A decision is taken back: the values that it had; of one of before arrivals were counted, {@code accepted} alone. */
    public static final String DECISION_REVERSED = "return.decision-reversed";
    /**
     * A merchant has put right what was asked for or noted as received, before the decision: {@code items}, what the return is about
     * since, and {@code itemsBefore}; {@code received}, what is here of it since, and {@code receivedBefore}; {@code reasons} of all
     * its lines, {@code 17:DAMAGED}.
     */
    public static final String CORRECTED = "return.corrected";

    /**
     * Somebody says on what a return is based in law: {@code basis}, a name of {@link LegalBasis}; of a withdrawal {@code day}, on which
     * the customer has stated it, such as 2026-11-29, and {@code channel}, a name of {@link StatementChannel}.
     */
    public static final String LEGAL_BASIS = "return.legal-basis";

    /** Somebody says on which {@code day} the goods were sent; without a value where that is taken back. */
    public static final String SENT = "return.sent";

    private ReturnEventKinds() {
    }

    /**
     * Units by order item as a value of an event: {@code 17:2 18:1} for two units of item 17 and one of item 18.
     *
     * @param quantities units by the order item's identifier
     */
    static Map<String, String> items(Map<Long, Integer> quantities) {
        return Map.of("items", list(quantities));
    }

    /** The same of anything that order items have. */
    static String list(Map<?, ?> values) {
        return values.entrySet().stream().map(item -> item.getKey() + ":" + item.getValue()).collect(Collectors.joining(" "));
    }
}
