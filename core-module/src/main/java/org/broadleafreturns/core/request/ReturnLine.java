package org.broadleafreturns.core.request;

import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemImpl;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.OrderedLine;

/**
 * Units of one order item that somebody wants to give back. At any time
 * {@code 0 ≤ quantityAccepted ≤ quantityReceived ≤ quantityRequested}.
 */
@Entity
@Table(name = "RTN_LINE")
@TableGenerator(name = "RtnLine", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_LINE", allocationSize = 20)
public class ReturnLine {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnLine")
    @Column(name = "LINE_ID")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "REQUEST_ID", nullable = false)
    private ReturnRequest request;

    @ManyToOne(fetch = FetchType.LAZY, targetEntity = OrderItemImpl.class, optional = false)
    @JoinColumn(name = "ORDER_ITEM_ID", nullable = false)
    private OrderItem orderItem;

    /** The same, without the order item's own record. */
    @Column(name = "ORDER_ITEM_ID", nullable = false, insertable = false, updatable = false)
    private Long orderItemId;

    @Column(name = "ARTICLE_NAME", nullable = false)
    private String articleName;

    @Column(name = "QUANTITY_REQUESTED", nullable = false)
    private int quantityRequested;

    @Column(name = "QUANTITY_RECEIVED", nullable = false)
    private int quantityReceived;

    @Column(name = "QUANTITY_ACCEPTED", nullable = false)
    private int quantityAccepted;

    @Column(name = "QUANTITY_ANNOUNCED", nullable = false)
    private int quantityAnnounced;

    /** Null where only the return's status says it: in rows of before, and of an application of before. */
    @Enumerated(EnumType.STRING)
    @Column(name = "DECISION", length = 20)
    private Decision decision;

    @Column(name = "REASON_CODE", nullable = false, length = 40)
    private String reasonCode;

    /** For the persistence provider. */
    protected ReturnLine() {
    }

    ReturnLine(ReturnRequest request, OrderedLine ordered, int quantity, String reasonCode) {
        if (quantity < 1) {
            throw new IllegalArgumentException("A return line needs at least one unit, not " + quantity);
        }
        this.request = request;
        this.orderItem = ordered.itemToReferTo();
        this.orderItemId = ordered.itemId();
        this.articleName = ordered.name();
        this.quantityRequested = quantity;
        this.reasonCode = reasonCode;
    }

    /** How far its goods have come in. */
    Reception reception() {
        return Reception.of(quantityReceived, quantityRequested);
    }

    /** What was decided of it, by whichever application: the status is right where an application of before has changed it. */
    Decision decision() {
        if (!request.getStatus().isDecision()) {
            return Decision.OPEN;
        }
        return isDecided() ? decision : Decision.of(quantityAccepted, quantityRequested);
    }

    /** Whether the step that is under way, or one before it, has decided. */
    boolean isDecided() {
        return decision != null && decision != Decision.OPEN;
    }

    /** Whether everything that was announced has arrived. */
    boolean isComplete() {
        return reception() == Reception.COMPLETE;
    }

    /** All of it is here. */
    void receive() {
        arrive(quantityRequested);
        decision = Decision.OPEN;
    }

    /** Accepts so many units and refuses the others; units accepted unseen count as received. */
    void decide(int accepted) {
        if (accepted < 0 || accepted > quantityRequested) {
            throw new IllegalArgumentException("Cannot accept " + accepted + " of " + quantityRequested);
        }
        become(Decision.of(accepted, quantityRequested));
        arrive(Math.max(quantityReceived, accepted));
        quantityAccepted = accepted;
    }

    /** The decision is taken back; the goods are here. */
    void reopen() {
        become(Decision.OPEN);
        arrive(quantityRequested);
        quantityAccepted = 0;
    }

    private void arrive(int received) {
        if (!reception().canBecome(Reception.of(received, quantityRequested))) {
            throw new IllegalStateException("Goods that are here do not go: " + quantityReceived + " to " + received);
        }
        quantityReceived = received;
    }

    private void become(Decision next) {
        if (!decision().canBecome(next)) {
            throw new IllegalStateException("A line cannot go from " + decision() + " to " + next);
        }
        decision = next;
    }

    /** How many units were accepted beyond those that this told of before; from now on they count as told. */
    int announce() {
        int news = Math.max(0, quantityAccepted - quantityAnnounced);
        quantityAnnounced += news;
        return news;
    }

    /** Units that nobody else can ask to return while the request is in that status. */
    static int taken(ReturnStatus status, int requested, int accepted) {
        return switch (status) {
            case REQUESTED, LABEL_SENT, RECEIVED -> requested;
            case ACCEPTED, PARTIALLY_ACCEPTED -> accepted;
            case REFUSED, CANCELLED -> 0;
        };
    }

    /**
     * How many units a decision accepts; none with a status that is no decision.
     *
     * @param acceptedByLine for a partial decision, by line identifier; otherwise ignored
     */
    int acceptedWith(ReturnStatus decision, Map<Long, Integer> acceptedByLine) {
        return switch (decision) {
            case ACCEPTED -> quantityRequested;
            case PARTIALLY_ACCEPTED -> acceptedByLine.getOrDefault(id, 0);
            default -> 0;
        };
    }

    /** The article's name with what tells it from others of that name, of those that are known by order item. */
    String articleWith(Map<Long, ArticleDetails> details) {
        return details.getOrDefault(orderItemId, ArticleDetails.NONE).after(articleName);
    }

    /** Units of this line that nobody else can ask to return. */
    int taken() {
        return taken(request.getStatus(), quantityRequested, quantityAccepted);
    }

    public Long getId() {
        return id;
    }

    public ReturnRequest getRequest() {
        return request;
    }

    public OrderItem getOrderItem() {
        return orderItem;
    }

    /** The order item's identifier, which asks the database for nothing. */
    public Long getOrderItemId() {
        return orderItemId;
    }

    /** The article's name as it was sold; what tells it from others of that name, {@link ReturnLookup#detailsOf} says. */
    public String getArticleName() {
        return articleName;
    }

    public int getQuantityRequested() {
        return quantityRequested;
    }

    public int getQuantityReceived() {
        return quantityReceived;
    }

    public int getQuantityAccepted() {
        return quantityAccepted;
    }

    /** One of the codes that were on offer when the return was requested. */
    public String getReasonCode() {
        return reasonCode;
    }
}
