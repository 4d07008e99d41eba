package org.broadleafreturns.core.withdrawal;

import java.util.Map;

/**
 * A return that a merchant makes of a statement.
 *
 * @param units how many of each order item, by its identifier; what is not named is not returned
 * @param reason the code of a reason, for all lines: the law asks for none, returns have one
 * @param refundType the code of what the customer gets
 * @param ground what the journal says of it
 * @param confirm whether the customer gets the mail that confirms a request
 * @param key of the form, so that it is made once
 */
public record MakeReturn(Map<Long, Integer> units, String reason, String refundType, String ground, boolean confirm, String key) {

    public MakeReturn {
        units = Map.copyOf(units);
    }
}
