package org.broadleafreturns.core.request;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
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
import org.hibernate.annotations.BatchSize;

/**
 * Units of one order item that somebody wants to give back. At any time {@code received + kept ≤ requested} and
 * {@code kept ≤ accepted ≤ received + kept}; once it is decided, {@code accepted + refused = received + kept}. What is missing from
 * that has never arrived. A line that was {@linkplain #isTakenOut taken out} asks for none.
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

    @Column(name = "QUANTITY_KEPT", nullable = false)
    private int quantityKept;

    @Column(name = "QUANTITY_ACCEPTED", nullable = false)
    private int quantityAccepted;

    /** Null until somebody decides, and where it was decided before arrivals were counted, or by an application of before. */
    @Column(name = "QUANTITY_REFUSED")
    private Integer quantityRefused;

    @Column(name = "QUANTITY_STAYING", nullable = false)
    private int quantityStaying;

    @Column(name = "REFUSAL_REASON", length = 40)
    private String refusalReason;

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "RTN_LINE_CONDITION", joinColumns = @JoinColumn(name = "LINE_ID", nullable = false))
    private Set<ConditionUnits> conditions = new HashSet<>();

    /** So that they are read only where there are any. */
    @Column(name = "CONDITION_COUNT", nullable = false)
    private int conditionCount;

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

    /** One that a correction is about to bring into a return. */
    static ReturnLine addedTo(ReturnRequest request, AddedLine line) {
        ReturnLine added = new ReturnLine(request, line.ordered(), line.standing().requested(), line.standing().reasonCode());
        added.quantityRequested = 0;
        return added;
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
        return missing() == 0;
    }

    /** Units that are neither here nor accepted without coming back. */
    int missing() {
        return quantityRequested - quantityReceived - quantityKept;
    }

    /** How it would stand if these came. */
    GoodsOfLine with(ReceivedUnits arrived) {
        if (arrived.units() > missing()) {
            throw new IllegalArgumentException("Of " + missing() + " missing units cannot come " + arrived.units());
        }
        return new GoodsOfLine(id, articleName, quantityRequested, arrived.units(), arrived.byCondition(),
            quantityReceived + arrived.units(), quantityKept, null, 0, null);
    }

    /** How it would stand if that were decided. */
    GoodsOfLine with(LineDecision decided) {
        GoodsOfLine here = with(decided.arrived());
        GoodsOfLine goods = new GoodsOfLine(id, articleName, quantityRequested, here.arrived(), here.conditions(), here.received(),
            decided.kept(), decided.accepted(), decided.staying(), decided.refusalReason());
        boolean possible = goods.kept() >= 0 && goods.missing() >= 0 && goods.accepted() >= goods.kept() && goods.refused() >= 0
            && goods.staying() >= 0 && goods.staying() <= goods.refused();
        if (!possible) {
            throw new IllegalArgumentException("Cannot decide so: " + goods);
        }
        return goods;
    }

    /** How it stands since it was decided; empty if it is not, or was when nobody counted what arrived. */
    Optional<GoodsOfLine> decided() {
        return decision() == Decision.OPEN || quantityRefused == null ? Optional.empty()
            : Optional.of(new GoodsOfLine(id, articleName, quantityRequested, 0, Map.of(), quantityReceived, quantityKept, quantityAccepted,
                quantityStaying, refusalReason));
    }

    /** So much of it has come. */
    GoodsOfLine receive(ReceivedUnits arrived) {
        GoodsOfLine goods = with(arrived);
        arrive(goods);
        decision = Decision.OPEN;
        return goods;
    }

    /** Accepts some units, refuses others, and says what never came. */
    GoodsOfLine decide(LineDecision decided) {
        GoodsOfLine goods = with(decided);
        become(Decision.of(goods.accepted(), quantityRequested));
        arrive(goods);
        quantityKept = goods.kept();
        quantityAccepted = goods.accepted();
        quantityRefused = goods.refused();
        quantityStaying = goods.staying();
        refusalReason = goods.refusalReason();
        return goods;
    }

    /** The decision is taken back. What has arrived is here, and nothing else. */
    void reopen() {
        become(Decision.OPEN);
        quantityKept = 0;
        quantityAccepted = 0;
        quantityRefused = null;
        quantityStaying = 0;
        refusalReason = null;
    }

    private void arrive(GoodsOfLine goods) {
        if (!reception().canBecome(Reception.of(goods.received(), quantityRequested))) {
            throw new IllegalStateException("Goods that are here do not go: " + quantityReceived + " to " + goods.received());
        }
        quantityReceived = goods.received();
        if (!goods.conditions().isEmpty()) {
            Map<String, Integer> units = new TreeMap<>(conditions());
            goods.conditions().forEach((condition, some) -> units.merge(condition, some, Integer::sum));
            note(units);
        }
    }

    private void note(Map<String, Integer> units) {
        conditions.clear();
        units.forEach((condition, some) -> conditions.add(new ConditionUnits(condition, some)));
        conditionCount = conditions.size();
    }

    /** How it stands, as far as that can be corrected. */
    LineStanding standing() {
        return new LineStanding(quantityRequested, reasonCode, new ReceivedUnits(quantityReceived, conditions()));
    }

    /** What was asked for or received is put right. */
    CorrectedLine correct(LineStanding standing) {
        if (standing.received().units() + quantityKept > standing.requested()) {
            throw new IllegalArgumentException("No room for " + quantityKept + " units that are kept: " + standing);
        }
        CorrectedLine corrected = new CorrectedLine(orderItemId, articleName, standing(), standing);
        quantityRequested = standing.requested();
        reasonCode = standing.reasonCode();
        quantityReceived = standing.received().units();
        if (!standing.received().byCondition().equals(corrected.before().received().byCondition())) {
            note(standing.received().byCondition());
        }
        // Of a return whose goods are being judged, each line is.
        if (request.getStatus() == ReturnStatus.RECEIVED) {
            decision = Decision.OPEN;
        }
        return corrected;
    }

    /**
     * Whether a correction has taken it out. It stays, without units, for the entries of the journal that tell of it, and for what
     * others were told of it before; what is asked for of its order item later is this line again.
     */
    boolean isTakenOut() {
        return quantityRequested == 0;
    }

    /** How many received units are in which condition, by its code; of the others nobody has noted any. */
    public Map<String, Integer> conditions() {
        Map<String, Integer> units = new TreeMap<>();
        if (hasConditions()) {
            conditions.forEach(one -> units.put(one.getConditionCode(), one.getUnits()));
        }
        return units;
    }

    /** Whether the condition of any unit was noted, which asks the database for nothing. */
    boolean hasConditions() {
        return conditionCount > 0;
    }

    /** Whether it is being judged, or was, or is again. */
    boolean isOpen() {
        return decision == Decision.OPEN;
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

    /**
     * Units that nobody else can ask to return while the request is in that status. What never arrived, and what went back, is free.
     *
     * @param held by a decision: what it accepted, and what it refused and kept here
     */
    static int taken(ReturnStatus status, int requested, int held) {
        return switch (status) {
            case REQUESTED, LABEL_SENT, RECEIVED -> requested;
            case ACCEPTED, PARTIALLY_ACCEPTED, REFUSED -> held;
            case CANCELLED -> 0;
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
        return taken(request.getStatus(), quantityRequested, quantityAccepted + quantityStaying);
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

    /** Accepted without coming back. */
    public int getQuantityKept() {
        return quantityKept;
    }

    public int getQuantityAccepted() {
        return quantityAccepted;
    }

    /** Units that are here and not accepted; null where nobody has decided, or decided before arrivals were counted. */
    public Integer getQuantityRefused() {
        return quantityRefused;
    }

    /** Refused units that stay with the shop. */
    public int getQuantityStaying() {
        return quantityStaying;
    }

    /** The code of the reason for which what is not accepted was refused, or null. */
    public String getRefusalReason() {
        return refusalReason;
    }

    /** One of the codes that were on offer when the return was requested. */
    public String getReasonCode() {
        return reasonCode;
    }
}
