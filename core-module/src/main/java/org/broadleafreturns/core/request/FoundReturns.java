package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.search.SearchIndex;

/** Lets a return whose articles are others than before be found by those. */
class FoundReturns {

    private final ReturnTexts texts;
    private final ShopOrders orders;
    private final SearchIndex words;

    FoundReturns(ReturnTexts texts, ShopOrders orders, SearchIndex words) {
        this.texts = texts;
        this.orders = orders;
        this.words = words;
    }

    /**
     * Reads what is needed, before the return is changed.
     *
     * @param added what will be in it, too
     * @return to be run once it is changed
     */
    Runnable again(ReturnRequest request, List<AddedLine> added) {
        Long id = request.getId();
        List<String> about = texts.withoutArticles(List.of(id)).getOrDefault(id, List.of());
        Map<Long, List<String>> codes = orders.codesOf(Stream.concat(request.getLines().stream().map(ReturnLine::getOrderItemId),
            added.stream().map(line -> line.ordered().itemId())).toList());
        return () ->
            words.replace(Map.of(id, Stream.concat(about.stream(), ReturnTexts.articles(request, codes).stream()).toList()));
    }
}
