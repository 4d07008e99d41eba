package org.broadleafreturns.core.platform;

/** Where this line of the platform keeps the pictures of a SKU. */
final class SkuPictures {

    /** For SKUs {@code :ids}: the SKU, and the address of its first picture as the catalogue has it. */
    static final String FIRST =
        "select x.sku.id, m.url from SkuMediaXrefImpl x join x.media m where x.key = 'primary' and x.sku.id in (:ids)";

    private SkuPictures() {
    }
}
