package org.broadleafreturns.core.exclusion;

/**
 * What the merchant's marks say of a product.
 *
 * @param ground why it does not come back; null if it does
 * @param groundEn the ground in the merchant's own words in English, or null for a ready ground
 * @param groundFr the ground in the merchant's own words in French, or null for a ready ground
 */
public record Mark(ExclusionGround ground, String groundEn, String groundFr) {

    /** It does come back. */
    public static final Mark RETURNABLE = new Mark(null, null, null);

    /** It does not come back. */
    public static Mark excluded(ExclusionGround ground, String groundEn, String groundFr) {
        return ground == ExclusionGround.OTHER ? new Mark(ground, groundEn, groundFr) : new Mark(ground, null, null);
    }

    /** Whether it does come back. */
    public boolean isReturnable() {
        return ground == null;
    }
}
