package org.broadleafreturns.demo;

import org.broadleafreturns.host.BroadleafApplication;

/** The demo's two applications on Broadleaf 3.1, whose host names the contexts of every module. */
final class Applications {

    /** Where the back office is on its server. */
    static final String BACK_OFFICE_PATH = "";

    static {
        // Broadleaf 3.1 reads it from nowhere else.
        System.setProperty("runtime.environment", "development");
    }

    private Applications() {
    }

    static BroadleafApplication backOffice() {
        return BroadleafApplication.backOffice()
            .withRootContexts("demo/common.xml", "rtn-core-applicationContext.xml", "rtn-admin-applicationContext.xml", "demo/admin.xml")
            .withServletContexts("rtn-admin-applicationContext-servlet.xml", "demo/admin-servlet.xml");
    }

    static BroadleafApplication storefront() {
        return BroadleafApplication.storefront()
            .withRootContexts("demo/common.xml", "rtn-core-applicationContext.xml", "rtn-site-applicationContext.xml", "demo/site.xml")
            .withServletContexts("rtn-site-applicationContext-servlet.xml", "demo/site-servlet.xml");
    }

    /** One of the two without anything of the demo's, to see what the modules add to an application. */
    static BroadleafApplication bare(boolean backOffice, boolean withReturns) {
        BroadleafApplication application = backOffice ? BroadleafApplication.backOffice() : BroadleafApplication.storefront();
        String part = backOffice ? "admin" : "site";
        return withReturns
            ? application.withRootContexts("rtn-core-applicationContext.xml", "rtn-" + part + "-applicationContext.xml")
                .withServletContexts("rtn-" + part + "-applicationContext-servlet.xml")
            : application;
    }
}
