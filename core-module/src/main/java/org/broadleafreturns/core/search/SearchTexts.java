package org.broadleafreturns.core.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What can be found by words, and by which texts. All methods take part in the caller's transaction. */
public interface SearchTexts {

    /**
     * By which texts returns are found.
     *
     * @param requests identifiers of returns
     * @return by identifier; those that do not exist are missing
     */
    Map<Long, List<String>> of(Collection<Long> requests);
}
