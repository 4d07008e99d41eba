package org.broadleafreturns.core.platform;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** The shop's catalogue, as returns need it: what belongs where. */
@ForIntegrators
public interface ShopCatalogue {

    /** For each of these products, the categories that hold it, its default category among them. */
    Map<Long, Set<Long>> categoriesOf(Collection<Long> products);

    /** For each of these categories, those right above it. Nothing keeps a shop from making circles. */
    Map<Long, Set<Long>> parentsOf(Collection<Long> categories);
}
