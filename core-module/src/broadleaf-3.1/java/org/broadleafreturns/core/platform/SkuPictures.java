package org.broadleafreturns.core.platform;

/** Where this line of the platform keeps the pictures of a SKU. */
final class SkuPictures {

    /** For SKUs {@code :ids}: the SKU, and the address of its first picture as the catalogue has it. */
    static final String FIRST =
        "select s.id, m.url from SkuImpl s join s.skuMedia m where index(m) = 'primary' and s.id in (:ids)";

    private SkuPictures() {
    }
}
