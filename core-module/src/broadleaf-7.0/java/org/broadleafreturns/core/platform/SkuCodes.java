package org.broadleafreturns.core.platform;

/** What Broadleaf 7.0 keeps of an article by which people name it. */
final class SkuCodes {

    /** Of a SKU s. */
    static final String SELECTED = "s.id, s.externalId, s.upc";

    private SkuCodes() {
    }
}
