package org.broadleafreturns.core.exclusion;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafcommerce.common.BroadleafEnumerationType;

/**
 * Why something does not come back. The ready ones are exceptions to the right of withdrawal, Directive 2011/83/EU, article
 * 16 (in France, article L221-28 of the code de la consommation); the message {@code rtn.objection.line.excluded.GROUND} tells
 * the shopper. The friendly type is the code of the message that names it for merchants.
 */
public enum ExclusionGround implements BroadleafEnumerationType {

    /** Sealed goods that cannot come back for reasons of health or hygiene once unsealed: article 16 (e). */
    HYGIENE,
    /** Made to the customer's specifications or clearly personalised: article 16 (c). */
    MADE_TO_MEASURE,
    /** Liable to deteriorate or expire rapidly: article 16 (d). */
    PERISHABLE,
    /** Digital content that is not on a tangible medium: article 16 (m). */
    DIGITAL,
    /** Sealed audio or video recordings or computer software that were unsealed: article 16 (i). */
    SEALED_MEDIA,
    /** What the merchant writes. */
    OTHER;

    /** All by type. The platform's forms look for a field of this name to learn what can be chosen. */
    private static final Map<String, ExclusionGround> TYPES = new LinkedHashMap<>();

    static {
        for (ExclusionGround ground : values()) {
            TYPES.put(ground.getType(), ground);
        }
    }

    @Override
    public String getType() {
        return name();
    }

    @Override
    public String getFriendlyType() {
        return "rtn.admin.exclusion.ground." + name();
    }
}
