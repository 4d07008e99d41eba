package org.broadleafreturns.core.exclusion;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.settings.Held;

/** What the merchant has said of products. */
@ForIntegrators
public interface ProductMarks {

    /**
     * What holds for each product, inherited marks included, in a number of queries that does not grow with the products.
     *
     * @param products identifiers of products
     * @return by identifier; products of which nothing was said are missing
     */
    Map<Long, Mark> of(Collection<Long> products);

    /**
     * What has held for each product at a moment and since, until now, each as {@link #of} would have said it then, in a number
     * of queries that does not grow with the products either. Of what was before that moment, nothing is told. Where the shop
     * does not keep what was said before, what it says now has held for ever.
     *
     * @param products identifiers of products
     */
    default Held<Map<Long, Mark>> since(Instant moment, Collection<Long> products) {
        return Held.always(of(products));
    }
}
