package org.broadleafreturns.core.platform;

import java.util.Collection;
import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** What the shop has on its shelves, as far as the platform counts it. All methods take part in the caller's transaction. */
@ForIntegrators
public interface ShopStock {

    /**
     * Of which stock order items were sold.
     *
     * @param orderItems identifiers; parts of sets among them
     * @return by identifier of the order item; those without an article are missing
     */
    Map<Long, StockedItem> itemsOf(Collection<Long> orderItems);

    /**
     * The same of whole sets, with all of their parts.
     *
     * @param setItems identifiers of order items that are sets
     */
    Map<Long, StockedSet> setsOf(Collection<Long> setItems);

    /**
     * Puts units on the shelf, until the transaction ends with the rows locked that count them.
     *
     * @param unitsBySku at least one of each article, by its identifier
     * @return what came of it, for each of them
     */
    Map<Long, StockMove> put(Map<Long, Integer> unitsBySku);

    /**
     * Takes units from the shelf, as many as there are, with the same rows locked.
     *
     * @param unitsBySku at least one of each article, by its identifier
     * @return what came of it, for each of them
     */
    Map<Long, StockMove> take(Map<Long, Integer> unitsBySku);
}
