package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.search.SearchTexts;
import org.springframework.transaction.annotation.Transactional;

/**
 * By what merchants find returns: the numbers of return and order, the customer's names and address, articles and what else
 * names them. A forgotten customer is not found by what the order still has.
 */
class ReturnTexts implements SearchTexts {

    private final ReturnRequests requests;
    private final ShopOrders orders;

    ReturnTexts(ReturnRequests requests, ShopOrders orders) {
        this.requests = requests;
        this.orders = orders;
    }

    /**
     * The same of a return that was stored just now, which need not be read.
     *
     * @param codes what names its articles besides their names, by identifier of the order item
     */
    static Map<Long, List<String>> of(ReturnRequest request, Map<Long, List<String>> codes) {
        List<String> texts = new ArrayList<>(Arrays.asList(request.getNumber(), request.getOrderNumber(), request.getCustomerFirstName(),
            request.getCustomerLastName(), request.getCustomer().getEmailAddress(), request.getOrder().getEmailAddress()));
        texts.addAll(articles(request, codes));
        return Map.of(request.getId(), texts);
    }

    /** What names the articles of a return; {@code codes} as above. */
    static List<String> articles(ReturnRequest request, Map<Long, List<String>> codes) {
        List<String> texts = new ArrayList<>();
        request.getLines().forEach(line -> {
            texts.add(line.getArticleName());
            texts.addAll(codes.getOrDefault(line.getOrderItemId(), List.of()));
        });
        return texts;
    }

    /** Numbers, names and addresses. */
    Map<Long, List<String>> withoutArticles(Collection<Long> ids) {
        Map<Long, List<String>> texts = new HashMap<>();
        requests.findTexts(ids).forEach(row -> texts.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
            .addAll(Arrays.stream(row).skip(1).map(String.class::cast).toList()));
        requests.findAddresses(ids).forEach(row ->
            texts.get((Long) row[0]).addAll(Arrays.asList((String) row[1], (String) row[2])));
        return texts;
    }

    @Override
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Map<Long, List<String>> of(Collection<Long> ids) {
        Map<Long, List<String>> texts = withoutArticles(ids);
        List<Object[]> lines = requests.findArticles(ids);
        Map<Long, List<String>> codes = orders.codesOf(lines.stream().map(row -> (Long) row[1]).toList());
        for (Object[] line : lines) {
            List<String> found = texts.get((Long) line[0]);
            found.add((String) line[2]);
            found.addAll(codes.getOrDefault((Long) line[1], List.of()));
        }
        return texts;
    }
}
