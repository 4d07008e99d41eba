package org.broadleafreturns.core.request;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.platform.ArticleDetails;

/**
 * A return as its customer may see it, and whoever may see more: plain values, which stay what they are whatever becomes of the
 * return. Public for the templates.
 *
 * @param number the one that people use, of {@link ReturnNumber}'s form
 * @param orderId the platform's identifier of the order
 * @param articleCount the sum of the requested quantities
 * @param refundType one of the codes that were on offer when the return was requested
 * @param comment what the shopper wrote, or null. As typed, like the message: escape it wherever it is shown
 * @param merchantMessage what the merchant told the customer at the last step, or null
 * @param label the last one, or null
 * @param photos what the shopper showed, in their order
 * @param journal statuses and corrections only, oldest first
 * @param stated on what it is based in law, and when its goods were sent
 * @param language the one in which the customer is written to, and in which what merchants tell them is written
 * @param version grows with every change; a form that was opened at another version is stale
 */
@ForIntegrators
public record ReturnView(Long id, String number, Long orderId, String orderNumber, ReturnStatus status, Date submittedAt,
        Date statusChangedAt, int articleCount, String refundType, String comment, String merchantMessage, DocumentView label,
        List<DocumentView> photos, List<LineView> lines, List<EntryView> journal, StatedBasis stated, Locale language,
        int version) {

    public ReturnView {
        photos = List.copyOf(photos);
        lines = List.copyOf(lines);
        journal = List.copyOf(journal);
    }

    /**
     * What the lines are called, with what tells them from others of their name, in their order; also those that were taken out, of
     * which the journal tells.
     */
    static Map<Long, String> articles(ReturnRequest request, Map<Long, ArticleDetails> details) {
        return articles(request, details, ReturnLine::getId);
    }

    /** The same by identifier of the order item. */
    static Map<Long, String> articlesByItem(ReturnRequest request, Map<Long, ArticleDetails> details) {
        return articles(request, details, ReturnLine::getOrderItemId);
    }

    private static Map<Long, String> articles(ReturnRequest request, Map<Long, ArticleDetails> details,
            Function<ReturnLine, Long> by) {
        Map<Long, String> articles = new LinkedHashMap<>();
        request.linesOfAllTime().forEach(line -> articles.put(by.apply(line), line.articleWith(details)));
        return articles;
    }

    static List<LineView> lines(ReturnRequest request, Map<Long, ArticleDetails> details) {
        return request.getLines().stream()
            .map(line -> LineView.of(line, details.getOrDefault(line.getOrderItemId(), ArticleDetails.NONE))).toList();
    }

    static ReturnView of(ReturnRequest request, Map<Long, ArticleDetails> details) {
        Map<Long, String> articles = articles(request, details);
        Map<Long, String> items = articlesByItem(request, details);
        return new ReturnView(request.getId(), request.getNumber(), request.getOrderId(), request.getOrderNumber(),
            request.getStatus(), request.getSubmittedAt(), request.getStatusChangedAt(), request.getArticleCount(),
            request.getRefundType(), request.getComment(), request.getMerchantMessage(), DocumentView.of(request.getLabel()),
            request.getPhotos().stream().map(DocumentView::of).toList(),
            lines(request, details),
            request.getJournal().stream().map(entry -> EntryView.of(entry, articles, items))
                .filter(entry -> entry.isStatus() || entry.isCorrection()).toList(),
            request.getStatedBasis(), request.getLanguage(), request.getVersion());
    }

    /**
     * Whether nothing has come, although its status is <em>received</em>: its decision was taken back before anything had, or what was
     * noted was wrong.
     */
    public boolean isWithoutGoods() {
        return status == ReturnStatus.RECEIVED && lines.stream().allMatch(line -> line.quantityReceived() == 0);
    }

    /** The statuses that this actor can give the return now. */
    public Set<ReturnStatus> nextStatuses(Actor actor) {
        return StatusWorkflow.next(status, actor, articleCount, lines.stream().mapToInt(LineView::quantityMissing).sum());
    }
}
