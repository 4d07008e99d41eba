package org.broadleafreturns.core.platform;

/** What Broadleaf 3.1 keeps of an article by which people name it. */
final class SkuCodes {

    /** Of a SKU s. */
    static final String SELECTED = "s.id";

    private SkuCodes() {
    }
}
