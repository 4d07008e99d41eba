package org.broadleafreturns.core.exclusion;

import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.words.Words;

/**
 * What the merchant's marks say of a product.
 *
 * @param ground why it does not come back; null if it does
 * @param words the ground in the merchant's own words, or null for a ready ground
 */
@ForIntegrators
public record Mark(ExclusionGround ground, Words words) {

    /** It does come back. */
    public static final Mark RETURNABLE = new Mark(null, null);

    /** It does not come back. */
    public static Mark excluded(ExclusionGround ground, Words words) {
        return new Mark(ground, ground == ExclusionGround.OTHER ? words : null);
    }

    /** Whether it does come back. */
    public boolean isReturnable() {
        return ground == null;
    }
}
