package org.broadleafreturns.core.exclusion;

import java.util.Collection;
import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

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
}
