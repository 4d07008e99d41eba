package org.broadleafreturns.host;

import net.sf.ehcache.CacheManager;
import org.broadleafcommerce.common.extensibility.cache.ehcache.MergeEhCacheManagerFactoryBean;

/**
 * Broadleaf's factory, when it is destroyed, changes a private field of a timer of the JDK, which Java 17 does not allow. An
 * application server needed that; here the caches only have to be shut down.
 */
public class Java17CacheManagerFactoryBean extends MergeEhCacheManagerFactoryBean {

    @Override
    public void destroy() {
        CacheManager caches = getObject();
        if (caches != null) {
            caches.shutdown();
        }
    }
}
