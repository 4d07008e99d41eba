package org.broadleafreturns.demo;

import org.broadleafreturns.demo.backoffice.DemoBackOffice;
import org.broadleafreturns.demo.shop.DemoStorefront;
import org.broadleafreturns.host.BroadleafApplication;

/** The demo's two applications on Broadleaf 7.0. */
final class Applications {

    /** Where the back office is on its server: as in Broadleaf's own demo shop. */
    static final String BACK_OFFICE_PATH = "/admin";

    private Applications() {
    }

    static BroadleafApplication backOffice() {
        return BroadleafApplication.backOffice().withConfiguration(DemoConfiguration.class, DemoBackOffice.class);
    }

    static BroadleafApplication storefront() {
        return BroadleafApplication.storefront().withConfiguration(DemoConfiguration.class, DemoStorefront.class);
    }

    /** One of the two without anything of the demo's, to see what the modules add: they are there when their jars are. */
    static BroadleafApplication bare(boolean backOffice, boolean withReturns) {
        return backOffice ? BroadleafApplication.backOffice() : BroadleafApplication.storefront();
    }
}
