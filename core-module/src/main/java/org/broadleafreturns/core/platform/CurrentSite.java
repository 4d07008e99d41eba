package org.broadleafreturns.core.platform;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** The site of the platform whose request is being answered. */
@ForIntegrators
public interface CurrentSite {

    /** Stands for the shop where the platform knows of no site, as in most shops and in all background work. */
    long NONE = 0;

    /** The site's identifier, or {@link #NONE}. */
    long id();
}
