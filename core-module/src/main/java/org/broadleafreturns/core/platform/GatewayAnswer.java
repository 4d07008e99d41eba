package org.broadleafreturns.core.platform;

import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What came of asking a gateway for a refund.
 *
 * @param outcome what is known of it
 * @param words what the gateway said, as it said it; never null, empty where it said nothing
 * @param fields what else it answered, to be recorded with the platform's transaction
 */
@ForIntegrators
public record GatewayAnswer(Outcome outcome, String words, Map<String, String> fields) {

    /** What is known of a refund. */
    public enum Outcome {
        /** The gateway says that the money goes back. */
        DONE,
        /** The gateway says that it does not, or was never asked. */
        FAILED,
        /** Nobody knows: it threw, said nothing, or spoke of another amount. */
        UNKNOWN
    }

    public GatewayAnswer {
        fields = Map.copyOf(fields);
    }
}
