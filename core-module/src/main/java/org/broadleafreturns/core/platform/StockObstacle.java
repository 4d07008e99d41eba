package org.broadleafreturns.core.platform;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** Why units cannot be put on the shelf, or not be taken from it. Stored by name: names last. */
@ForIntegrators
public enum StockObstacle {

    /** The platform does not count this article. */
    NOT_COUNTED,
    /** The article is in the catalogue no more. */
    GONE,
    /**
     * The platform is told to count it and keeps no quantity: on Broadleaf 3.1 nothing does unless the shop weaves
     * {@code QuantityAvailableSkuTemplate} into the article, or has an article of its own.
     */
    UNREADABLE,
    /** Not so many are on the shelf any more. */
    SOLD
}
