package org.broadleafreturns.core.exclusion;

import java.util.List;
import org.broadleafreturns.core.characters.Characters;

/** The products that have a mark of their own. */
public class MarkedProducts {

    private final Exclusions exclusions;

    MarkedProducts(Exclusions exclusions) {
        this.exclusions = exclusions;
    }

    /**
     * @param text a part of a name, in capitals or not; as in the platform's own lists, of the name that is not translated
     * @return their identifiers
     */
    public List<Long> named(String text) {
        return Characters.areComparable(text) ? exclusions.findProductsNamed(text) : List.of();
    }
}
