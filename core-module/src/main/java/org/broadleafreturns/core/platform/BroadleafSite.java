package org.broadleafreturns.core.platform;

import org.broadleafcommerce.common.site.domain.Site;
import org.broadleafcommerce.common.web.BroadleafRequestContext;

/** {@link CurrentSite} as the platform's filters have found it for the request. */
public class BroadleafSite implements CurrentSite {

    @Override
    public long id() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        Site site = context == null ? null : context.getNonPersistentSite();
        return site == null || site.getId() == null ? NONE : site.getId();
    }
}
