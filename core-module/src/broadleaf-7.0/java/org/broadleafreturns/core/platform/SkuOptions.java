package org.broadleafreturns.core.platform;

/** Where this line of the platform keeps which choices a SKU stands for. */
final class SkuOptions {

    /** For SKUs {@code :ids}: the SKU, the choice and its option. */
    static final String VALUES =
        "select x.sku.id, v.id, v.productOption.id from SkuProductOptionValueXrefImpl x join x.productOptionValue v"
        + " where x.sku.id in (:ids)";

    private SkuOptions() {
    }
}
