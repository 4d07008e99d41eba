package org.broadleafreturns.core.request;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.mail.MailReport;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.annotation.Transactional;

/**
 * What pages, exports and other programs read of returns: plain values, in as many queries for many returns as for one, and without
 * what mails say. What belongs to a customer is found for that customer only, and holds nothing that is for merchants alone.
 */
@ForIntegrators
@Transactional(value = "blTransactionManager", readOnly = true)
public class ReturnViews {

    private final ReturnRequests requests;
    private final ShopOrders orders;
    private final Outbox outbox;

    ReturnViews(ReturnRequests requests, ShopOrders orders, Outbox outbox) {
        this.requests = requests;
        this.orders = orders;
        this.outbox = outbox;
    }

    /** One page of a customer's returns, newest first. */
    public Page<ReturnSummary> ofCustomer(Long customerId, Pageable page) {
        return requests.findByCustomer(customerId, page).map(ReturnSummary::of);
    }

    /** The same with all that a customer may know of each. */
    public Page<ReturnView> shownOfCustomer(Long customerId, Pageable page, Locale reader) {
        Page<ReturnRequest> found = requests.findByCustomer(customerId, page);
        Map<Long, ReturnView> shown = found.isEmpty() ? Map.of() : shownAll(requests.findWithLines(ids(found.getContent())), reader)
            .stream().collect(Collectors.toMap(ReturnView::id, Function.identity()));
        return found.map(request -> shown.get(request.getId()));
    }

    /** A customer's own returns of an order, newest first. */
    public List<ReturnView> shownOfCustomer(Long customerId, Long orderId, Locale reader) {
        return shownAll(requests.findByOrderOfCustomerWithLines(orderId, customerId), reader);
    }

    /**
     * A customer's own return; empty if there is none of that number or it is somebody else's.
     *
     * @param number as somebody typed it
     * @param reader the language in which the articles are told apart
     */
    public Optional<ReturnView> ofCustomer(Long customerId, String number, Locale reader) {
        return shown(ReturnNumber.parse(number)
            .map(parsed -> requests.findOfCustomerWithLines(parsed.value(), customerId)).orElse(List.of()), reader);
    }

    /** For merchants: all returns of an order, newest first. */
    public List<MerchantReturnView> ofOrder(Long orderId, Locale reader) {
        return ofOrder(orderId, List.of(), reader).returns();
    }

    /**
     * For merchants: the same with details of further articles, which are read together with those of the returns.
     *
     * @param others order items that the page shows beside the returns
     */
    public OrderView ofOrder(Long orderId, Collection<Long> others, Locale reader) {
        List<ReturnRequest> found = requests.findByOrderWithLines(orderId);
        Map<Long, ArticleDetails> details = detailsOf(found, others, reader);
        return new OrderView(seen(found, details), details);
    }

    /** For merchants. */
    public Optional<MerchantReturnView> byNumber(String number, Locale reader) {
        return ReturnNumber.parse(number).map(parsed -> requests.findByNumberWithLines(parsed.value()))
            .map(found -> seen(found, detailsOf(found, List.of(), reader))).orElse(List.of()).stream().findFirst();
    }

    /** For merchants: what there is to know of a return before it is changed, without what only the panel shows. */
    public Optional<ReturnView> shown(ReturnReference which, Locale reader) {
        return shown(requests.findByNumberWithLines(which.number()), reader);
    }

    private Optional<ReturnView> shown(List<ReturnRequest> found, Locale reader) {
        return shownAll(found, reader).stream().findFirst();
    }

    private List<ReturnView> shownAll(List<ReturnRequest> found, Locale reader) {
        if (found.isEmpty()) {
            return List.of();
        }
        requests.findWithStatuses(ids(found));
        requests.findWithPhotos(ids(found));
        Map<Long, ArticleDetails> details = detailsOf(found, List.of(), reader);
        return found.stream().map(request -> ReturnView.of(request, details)).toList();
    }

    /** For merchants: for each line of a return of which any was noted, how many received units are in which condition, by its code. */
    public Map<Long, Map<String, Integer>> conditionsOf(Long returnId) {
        return requests.findWithConditions(List.of(returnId)).stream().filter(ReturnLine::hasConditions)
            .collect(Collectors.toMap(ReturnLine::getId, ReturnLine::conditions));
    }

    /** For merchants: all returns of a customer, oldest first. */
    public List<MerchantReturnView> allOfCustomer(Long customerId, Locale reader) {
        List<ReturnRequest> found = requests.findAllByCustomerWithLines(customerId);
        return seen(found, detailsOf(found, List.of(), reader));
    }

    private List<MerchantReturnView> seen(List<ReturnRequest> found, Map<Long, ArticleDetails> details) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Long> ids = ids(found);
        requests.findWithJournals(ids);
        requests.findWithPhotos(ids);
        readConditions(found);
        Map<Long, String> addresses = new HashMap<>();
        requests.findAddresses(ids).forEach(row ->
            addresses.put((Long) row[0], ReturnMails.recipientOf((String) row[1], (String) row[2]).orElse(null)));
        Map<String, List<MailReport>> toShop = outbox.reportsAbout(found.stream().map(ReturnRequest::getNumber).toList());
        return found.stream().map(request -> new MerchantReturnView(ReturnView.of(request, details),
            request.getCustomerFirstName(), request.getCustomerLastName(), request.getLanguage(), request.getAttentionAt(),
            addresses.get(request.getId()), conditions(request), journal(request, details),
            toShop.getOrDefault(request.getNumber(), List.of()), ReturnView.articlesByItem(request, details))).toList();
    }

    private void readConditions(List<ReturnRequest> found) {
        if (found.stream().anyMatch(request -> request.getLines().stream().anyMatch(ReturnLine::hasConditions))) {
            requests.findWithConditions(ids(found));
        }
    }

    private static Map<Long, Map<String, Integer>> conditions(ReturnRequest request) {
        return request.getLines().stream().filter(ReturnLine::hasConditions)
            .collect(Collectors.toMap(ReturnLine::getId, ReturnLine::conditions));
    }

    private static List<MerchantEntryView> journal(ReturnRequest request, Map<Long, ArticleDetails> details) {
        Map<Long, String> articles = ReturnView.articles(request, details);
        Map<Long, String> items = ReturnView.articlesByItem(request, details);
        return request.getJournal().stream().map(entry -> MerchantEntryView.of(entry, articles, items)).toList();
    }

    private Map<Long, ArticleDetails> detailsOf(List<ReturnRequest> found, Collection<Long> others, Locale reader) {
        Stream<Long> returned = found.stream().flatMap(request -> request.linesOfAllTime().stream()).map(ReturnLine::getOrderItemId);
        return orders.detailsOf(Stream.concat(others.stream(), returned).distinct().toList(), reader);
    }

    private static List<Long> ids(List<ReturnRequest> found) {
        return found.stream().map(ReturnRequest::getId).toList();
    }
}
