package org.broadleafreturns.core.choice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafcommerce.common.BroadleafEnumerationType;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What a refund type gives to the shopper, whatever the merchant calls it. The friendly type is the code of the message that
 * names it for merchants.
 */
@ForIntegrators
public enum RefundBehaviour implements BroadleafEnumerationType {

    /** Money back. */
    MONEY,
    /** A voucher or a credit in the shop. */
    VOUCHER,
    /** Another article. */
    EXCHANGE,
    /** Nothing. */
    NOTHING;

    /** All by type. The platform's forms look for a field of this name to learn what can be chosen. */
    private static final Map<String, RefundBehaviour> TYPES = new LinkedHashMap<>();

    static {
        for (RefundBehaviour behaviour : values()) {
            TYPES.put(behaviour.getType(), behaviour);
        }
    }

    /** Whether what was paid goes back, as money or as a voucher. */
    public boolean isPaidBack() {
        return this == MONEY || this == VOUCHER;
    }

    @Override
    public String getType() {
        return name();
    }

    @Override
    public String getFriendlyType() {
        return "rtn.admin.refundType.behaviour." + name();
    }
}
