package org.broadleafreturns.core.request;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.OrderKey;
import org.broadleafreturns.core.platform.OrderState;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.OrderSituation;
import org.broadleafreturns.core.policy.ReturnPolicy;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds returns, and what could become one; what pages show of them, {@link ReturnViews} reads. What belongs to a customer is found
 * for that customer only.
 */
@Transactional(value = "blTransactionManager", readOnly = true)
@ForIntegrators
public class ReturnLookup {

    /** In so many heaps, each of a condition, can be entered what has come of a line. */
    public static final int MOST_HEAPS = EnteredGoods.HEAPS;

    private static final Pageable ONE = PageRequest.of(0, 1);

    private final ReturnRequests requests;
    private final ShopOrders orders;
    private final ReturnPolicy policy;
    private final OrderSituations situations;
    private final CorrectionRules corrections;

    ReturnLookup(ReturnRequests requests, ShopOrders orders, ReturnPolicy policy,
            OrderSituations situations, CorrectionRules corrections) {
        this.requests = requests;
        this.orders = orders;
        this.policy = policy;
        this.situations = situations;
        this.corrections = corrections;
    }

    /**
     * The return that a customer has already asked for with a submission key.
     *
     * @see SubmitReturn
     */
    public Optional<ReturnRequest> sentWith(Long customerId, String submissionKey) {
        return Optional.ofNullable(ReturnSubmissionService.submissionKey(customerId.toString(), submissionKey)).flatMap(requests::findBySubmissionKey);
    }

    /** The last label of a customer's own return; empty if it has none, or is somebody else's. */
    public Optional<ReturnDocument> labelOfCustomer(Long customerId, String number) {
        return ReturnNumber.parse(number).flatMap(parsed -> requests.findLabelOfCustomer(parsed.value(), customerId));
    }

    /** A photo of a customer's own return; empty if it is of none or of somebody else's. */
    public Optional<ReturnDocument> photoOfCustomer(Long customerId, String number, Long documentId) {
        return ReturnNumber.parse(number).flatMap(parsed -> requests.findPhotoOfCustomer(parsed.value(), customerId, documentId));
    }

    /** For merchants: a label that a return has or had; empty if it is none of that return's. */
    public Optional<ReturnDocument> label(Long returnId, Long documentId) {
        return requests.findLabel(returnId, documentId);
    }

    /** For merchants: a photo of a return; empty if it is none of that return's. */
    public Optional<ReturnDocument> photo(Long returnId, Long documentId) {
        return requests.findPhoto(returnId, documentId);
    }

    /**
     * What tells the articles of some order items from others of their name, in one language, in as many queries for many as for
     * one.
     *
     * @return by identifier of the order item, as {@link ReturnLine#getOrderItemId} has it; with an entry for each
     */
    public Map<Long, ArticleDetails> detailsOf(Collection<Long> orderItems, Locale language) {
        Map<Long, ArticleDetails> known = orders.detailsOf(orderItems, language);
        return orderItems.stream().distinct()
            .collect(Collectors.toMap(Function.identity(), item -> known.getOrDefault(item, ArticleDetails.NONE)));
    }

    /** The same for the lines of some returns. */
    public Map<Long, ArticleDetails> detailsOfLines(Collection<ReturnRequest> returns, Locale language) {
        return detailsOf(returns.stream().flatMap(request -> request.getLines().stream()).map(ReturnLine::getOrderItemId).toList(),
            language);
    }

    /** What names the articles of some order items besides their names: SKU, external number, UPC. */
    public Map<Long, List<String>> codesOf(Collection<Long> orderItems) {
        return orders.codesOf(orderItems);
    }

    /** The addresses of the first pictures of the articles of some order items, as the catalogue has them; some have none. */
    public Map<Long, String> picturesOf(Collection<Long> orderItems) {
        return orders.picturesOf(orderItems);
    }

    /** What is shown of a preview, with what tells its articles apart. */
    public PreviewView shown(StatusPreview preview, Locale language) {
        List<GoodsOfLine> goods = preview.getGoods();
        if (goods.isEmpty()) {
            return PreviewView.of(preview, goods);
        }
        Map<Long, String> articles = ReturnView.articles(preview.getRequest(),
            detailsOf(preview.getRequest().getLines().stream().map(ReturnLine::getOrderItemId).toList(), language));
        return PreviewView.of(preview, goods.stream().map(line -> line.called(articles.get(line.lineId()))).toList());
    }

    /** What is shown of a correction that waits, with what tells its articles apart. */
    public CorrectionView shownCorrection(StatusPreview preview, Locale language) {
        List<CorrectedLine> lines = corrections.changes(preview.getRequest(), preview.getCorrection());
        Map<Long, ArticleDetails> details = detailsOf(lines.stream().map(CorrectedLine::orderItemId).toList(), language);
        return new CorrectionView(PreviewView.of(preview, List.of()),
            lines.stream().map(line -> line.called(details.get(line.orderItemId()).after(line.article()))).toList());
    }

    /** For merchants: what of a return's order it can have, in all, as far as the order's other returns leave it. */
    public Eligibility eligibilityToCorrect(ReturnReference which) {
        return corrections.eligibility(which);
    }

    /** For merchants. */
    public Optional<ReturnRequest> byNumber(String number) {
        return ReturnNumber.parse(number).flatMap(parsed -> requests.findByNumber(parsed.value()));
    }

    /** For merchants. */
    public Optional<ReturnRequest> byId(Long id) {
        return requests.findById(id);
    }

    /** For merchants: which return has that number. */
    public Optional<ReturnReference> referenceByNumber(String number) {
        return ReturnNumber.parse(number).flatMap(parsed -> requests.findReferenceByNumber(parsed.value()));
    }

    /** For merchants: which return has that identifier. */
    public Optional<ReturnReference> referenceById(Long id) {
        return requests.findReferenceById(id);
    }

    /** For merchants: how many units each line of a return was requested with, by the line's identifier. */
    public Map<Long, Integer> requestedUnits(Long returnId) {
        Map<Long, Integer> units = new LinkedHashMap<>();
        requests.findRequestedUnits(returnId).forEach(row -> units.put((Long) row[0], (Integer) row[1]));
        return units;
    }

    /** For merchants: all returns of an order with their lines, newest first. */
    public List<ReturnRequest> ofOrder(Long orderId) {
        return requests.findByOrderWithLines(orderId);
    }

    /**
     * For merchants: whose return it is.
     *
     * @throws ReturnNotFoundException if there is no return of that identifier
     */
    public ReturnCustomer customerOf(Long returnId) {
        return requests.findCustomer(returnId).stream().findFirst().map(row -> new ReturnCustomer((String) row[0], (String) row[1],
            row[3] == null ? null : ReturnMails.recipientOf((String) row[4], (String) row[5]).orElse(null),
            Locale.forLanguageTag((String) row[2]))).orElseThrow(ReturnNotFoundException::new);
    }

    /** For merchants: several, in no certain order. */
    public List<ReturnRequest> byIds(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : requests.findByIds(ids);
    }

    /** The identifier of the order of a customer's own return; empty if there is none of that number or it is somebody else's. */
    public Optional<Long> orderOfReturn(Long customerId, String number) {
        return ReturnNumber.parse(number).flatMap(parsed -> requests.findOrderKeyOfCustomer(parsed.value(), customerId))
            .map(OrderKey::order);
    }

    /** A customer's own order; empty if there is none of that number or it is somebody else's. */
    public Optional<Order> orderOfCustomer(Long customerId, String orderNumber) {
        return orders.findOfCustomer(orderNumber, customerId);
    }

    /** The same by its identifier; empty also if it has become somebody else's. */
    public Optional<Order> orderOfCustomer(Long customerId, Long orderId) {
        return orders.stateOf(orderId).filter(state -> customerId.equals(state.customerId())).flatMap(state -> orders.findById(orderId));
    }

    /** Whose an order is, by the identifier; empty if it is nobody's. */
    public Optional<Long> ownerOf(Long orderId) {
        return orders.stateOf(orderId).map(OrderState::customerId);
    }

    /** For merchants. */
    public Optional<Order> order(Long orderId) {
        return orders.findById(orderId);
    }

    /** What a merchant can return of an order for its customer just now. */
    public Eligibility eligibilityForMerchant(Order order) {
        return policy.assessForMerchant(situations.of(order));
    }

    /** How an order stands for a merchant just now: what its page says of it beside the returns themselves. */
    public OrderStanding standing(Order order) {
        OrderSituation situation = situations.of(order);
        return new OrderStanding(changes(order.getId(), situation.takenByItem(), situation.state()),
            policy.objectionForMerchant(situation).isEmpty(), policy.lastDay(situation).orElse(null));
    }

    /** What can be returned of an order just now. */
    public Eligibility eligibility(Order order) {
        return policy.assess(situations.of(order));
    }

    /**
     * How many units of an order's items are in returns that were made before one, without those that these have given up.
     *
     * @param returnId that one's identifier, or null for one that is not there yet
     * @return by identifier of the order item
     */
    public Map<Long, Integer> takenBefore(Long orderId, Long returnId) {
        return TakenQuantities.before(returnId, requests.findQuantities(orderId));
    }

    /**
     * How many units of an order's items its other returns have accepted.
     *
     * @param returnId the identifier of the return that does not count
     * @return by identifier of the order item; those of which none was are missing
     */
    public Map<Long, Integer> acceptedElsewhere(Long orderId, Long returnId) {
        return requests.sumAccepted(orderId, returnId).stream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> ((Number) row[1]).intValue()));
    }

    /** What has become of an order since returns of it were requested, as it is just now. */
    public OrderChanges changes(Long orderId) {
        Map<Long, Integer> taken = TakenQuantities.sum(requests.findQuantities(orderId));
        return taken.isEmpty() ? OrderChanges.NONE : changes(orderId, taken, orders.stateOf(orderId).orElse(null));
    }

    private OrderChanges changes(Long orderId, Map<Long, Integer> taken, OrderState state) {
        if (taken.isEmpty()) {
            return OrderChanges.NONE;
        }
        Map<Long, Integer> fewer = orders.unitsOf(orderId);
        fewer.entrySet().removeIf(item -> item.getValue() >= taken.getOrDefault(item.getKey(), 0));
        return new OrderChanges(state != null && OrderStatus.CANCELLED.equals(state.status()), fewer);
    }

    /** Where mails about an order's returns go; empty if no address of the customer is known. */
    public Optional<String> mailAddress(Order order) {
        return mailAddress(order.getId());
    }

    /** The same by the order's identifier. */
    public Optional<String> mailAddress(Long orderId) {
        return requests.findAddressesOfOrder(orderId).stream().findFirst()
            .flatMap(row -> ReturnMails.recipientOf((String) row[0], (String) row[1]));
    }

    /** Whether any return was made with that reason. */
    public boolean isReasonInUse(String code) {
        return !requests.findLinesByReason(code, ONE).isEmpty();
    }

    /** Whether any received unit is in that condition. */
    public boolean isConditionInUse(String code) {
        return !requests.findLinesByCondition(code, ONE).isEmpty();
    }

    /** Whether anything was refused for that reason. */
    public boolean isRefusalReasonInUse(String code) {
        return !requests.findLinesByRefusalReason(code, ONE).isEmpty();
    }

    /** Whether any return was made with that refund type. */
    public boolean isRefundTypeInUse(String code) {
        return !requests.findByRefundType(code, ONE).isEmpty();
    }

    /** What can be returned of some orders just now, by identifier of the order, in as many queries for many orders as for one. */
    public Map<Long, Eligibility> eligibilities(Collection<Order> some) {
        return policy.assess(situations.of(some));
    }

    /**
     * The identifiers of those of some orders of which something can be returned just now, in as many queries for many orders as
     * for one. Only where nothing but its category makes an article digital is it read by itself, unless the platform's cache
     * has it.
     */
    public Set<Long> returnable(Collection<Order> some) {
        return eligibilities(some).entrySet().stream()
            .filter(order -> order.getValue().anythingReturnable())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    }

    /** Whether a customer has ever asked for a return. */
    public boolean hasReturns(Long customerId) {
        return requests.countByCustomer(customerId) > 0;
    }
}
