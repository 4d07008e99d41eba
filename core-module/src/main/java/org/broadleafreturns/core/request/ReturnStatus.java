package org.broadleafreturns.core.request;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafcommerce.common.BroadleafEnumerationType;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Where a return stands. {@link StatusWorkflow} says what can follow what. The friendly type is the code of the message
 * that names the status.
 */
@ForIntegrators
public enum ReturnStatus implements BroadleafEnumerationType {

    /** The shopper has asked. */
    REQUESTED,
    /** The shopper has what they need to send the goods. */
    LABEL_SENT,
    /** The goods are here and not yet judged. */
    RECEIVED,
    /** Everything asked for is accepted. */
    ACCEPTED,
    /** Some of what was asked for is accepted. */
    PARTIALLY_ACCEPTED,
    /** Nothing of what was asked for is accepted. */
    REFUSED,
    /** Called off before the goods came. */
    CANCELLED;

    /** All by type. The platform's lists look for a field of this name to learn what a column can be filtered by. */
    private static final Map<String, ReturnStatus> TYPES = new LinkedHashMap<>();

    static {
        for (ReturnStatus status : values()) {
            TYPES.put(status.getType(), status);
        }
    }

    @Override
    public String getType() {
        return name();
    }

    @Override
    public String getFriendlyType() {
        return "rtn.status." + name();
    }

    /** Whether the merchant has judged the goods. */
    public boolean isDecision() {
        return this == ACCEPTED || this == PARTIALLY_ACCEPTED || this == REFUSED;
    }

    /** Whether something is still to be done, by the customer or by the shop. */
    public boolean isRunning() {
        return !isDecision() && this != CANCELLED;
    }

    /** Whether the return came to nothing, so that its units can be returned again and it does not count as one. */
    public boolean isVoid() {
        return this == REFUSED || this == CANCELLED;
    }
}
