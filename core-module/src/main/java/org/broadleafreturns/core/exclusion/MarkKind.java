package org.broadleafreturns.core.exclusion;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafcommerce.common.BroadleafEnumerationType;

/** What a mark says. The friendly type is the code of the message that names it for merchants. */
public enum MarkKind implements BroadleafEnumerationType {

    /** Does not come back. */
    NOT_RETURNABLE,
    /** Does come back, whatever its categories or its nature say. */
    RETURNABLE;

    /** All by type. The platform's forms look for a field of this name to learn what can be chosen. */
    private static final Map<String, MarkKind> TYPES = new LinkedHashMap<>();

    static {
        for (MarkKind kind : values()) {
            TYPES.put(kind.getType(), kind);
        }
    }

    @Override
    public String getType() {
        return name();
    }

    @Override
    public String getFriendlyType() {
        return "rtn.admin.exclusion.kind." + name();
    }
}
