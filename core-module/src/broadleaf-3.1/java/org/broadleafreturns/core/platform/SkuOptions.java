package org.broadleafreturns.core.platform;

/** Where this line of the platform keeps which choices a SKU stands for. */
final class SkuOptions {

    /** For SKUs {@code :ids}: the SKU, the choice and its option. */
    static final String VALUES =
        "select s.id, v.id, v.productOption.id from SkuImpl s join s.productOptionValues v where s.id in (:ids)";

    private SkuOptions() {
    }
}
