package org.broadleafreturns.core;

import org.broadleafcommerce.common.module.BroadleafModuleRegistration;

/** Lets a shop's configuration ask whether returns are installed. */
public class ReturnsModuleRegistration implements BroadleafModuleRegistration {

    /** The name to ask for. */
    public static final String NAME = "Returns";

    @Override
    public String getModuleName() {
        return NAME;
    }
}
