package org.broadleafreturns.core.request;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.JoinTable;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.OrderColumn;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import javax.persistence.Version;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.AdminPresentationClass;
import org.broadleafcommerce.common.presentation.client.SupportedFieldType;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerImpl;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.platform.BuyerName;
import org.broadleafreturns.core.platform.OrderedLine;
import org.hibernate.Hibernate;
import org.hibernate.annotations.OptimisticLock;

/**
 * What a customer wants to give back of one order, and how far that has come. Changes its own state through verbs, which
 * keep to the {@link StatusWorkflow} and write the journal.
 *
 * <p>The order's number and the customer's names are kept as they were when the return was requested: lists are sorted and
 * searched by them, and they outlive the customer's record. Serializable because the platform's lists ask it of every entity.
 */
@Entity
@Table(name = "RTN_REQUEST")
@TableGenerator(name = "RtnRequest", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_REQUEST", allocationSize = 10)
@AdminPresentationClass(friendlyName = "rtn.admin.entity")
public class ReturnRequest implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How long a comment, message or note can be, in characters. */
    public static final int TEXT_LENGTH = JournalEntry.TEXT_LENGTH;

    /** After so long nobody expects the rest of what was announced. */
    private static final Duration PATIENCE_WITH_PARCELS = Duration.ofDays(3);

    /** The kind of entry whose note says what was in a parcel beside what was asked for. */
    public static final String SOMETHING_ELSE = "SOMETHING_ELSE";

    /** The kind of entry whose details say what a merchant has put right. */
    public static final String CORRECTED = "CORRECTED";

    /** The kind of entry whose details say on what it is based in law: {@code basis}, {@code day} and {@code channel}. */
    public static final String LEGAL_BASIS = "LEGAL_BASIS";

    /** The kind of entry whose details say on which {@code day} the goods were sent. */
    public static final String SENT = "SENT";

    /** The kind of entry whose details say how many units of which order item are kept because they never left the shop. */
    public static final String UNSENT = "UNSENT";

    private static final String NAME_CODE = "rtn.admin.field.";

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnRequest")
    @Column(name = "REQUEST_ID")
    @AdminPresentation(visibility = VisibilityEnum.HIDDEN_ALL)
    private Long id;

    @Column(name = "RETURN_NUMBER", nullable = false, unique = true, updatable = false, length = 20)
    @AdminPresentation(friendlyName = NAME_CODE + "number", columnWidth = "121px", prominent = true, gridOrder = 1, order = 1,
        readOnly = true)
    private String number;

    // As wide as the platform's own order numbers, which are moments of 17 digits.
    @Column(name = "ORDER_NUMBER", nullable = false, updatable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "orderNumber", columnWidth = "146px", prominent = true, gridOrder = 2, order = 2,
        readOnly = true)
    private String orderNumber;

    @Column(name = "CUSTOMER_FIRST_NAME")
    @AdminPresentation(friendlyName = NAME_CODE + "firstName", prominent = true, gridOrder = 3, order = 3, readOnly = true)
    private String customerFirstName;

    @Column(name = "CUSTOMER_LAST_NAME")
    @AdminPresentation(friendlyName = NAME_CODE + "lastName", prominent = true, gridOrder = 4, order = 4, readOnly = true)
    private String customerLastName;

    @Column(name = "STATUS", nullable = false, length = 30)
    @AdminPresentation(friendlyName = NAME_CODE + "status", columnWidth = "159px", prominent = true, gridOrder = 5, order = 5,
        readOnly = true, fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
        broadleafEnumeration = "org.broadleafreturns.core.request.ReturnStatus")
    private String status;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "SUBMITTED_AT", nullable = false, updatable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "submittedAt", columnWidth = "92px", prominent = true, gridOrder = 6, order = 6,
        readOnly = true)
    private Date submittedAt;

    @Column(name = "ARTICLE_COUNT", nullable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "articleCount", columnWidth = "64px", prominent = true, gridOrder = 7, order = 7,
        readOnly = true)
    private int articleCount;

    @ManyToOne(fetch = FetchType.LAZY, targetEntity = OrderImpl.class, optional = false)
    @JoinColumn(name = "ORDER_ID", nullable = false, updatable = false)
    @AdminPresentation(excluded = true)
    private Order order;

    /** The same, without the order's own record. */
    @Column(name = "ORDER_ID", nullable = false, insertable = false, updatable = false)
    @AdminPresentation(excluded = true)
    private Long orderId;

    @ManyToOne(fetch = FetchType.LAZY, targetEntity = CustomerImpl.class)
    @JoinColumn(name = "CUSTOMER_ID")
    @AdminPresentation(excluded = true)
    private Customer customer;

    @Column(name = "REFUND_TYPE", nullable = false, updatable = false, length = 40)
    @AdminPresentation(excluded = true)
    private String refundType;

    @Column(name = "CUSTOMER_COMMENT", length = TEXT_LENGTH)
    @AdminPresentation(excluded = true)
    private String comment;

    @Column(name = "MERCHANT_MESSAGE", length = TEXT_LENGTH)
    @AdminPresentation(excluded = true)
    private String merchantMessage;

    @Column(name = "LANGUAGE_TAG", nullable = false, updatable = false, length = 35)
    @AdminPresentation(excluded = true)
    private String languageTag;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "STATUS_CHANGED_AT", nullable = false)
    @AdminPresentation(excluded = true)
    private Date statusChangedAt;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "ATTENTION_AT")
    @AdminPresentation(excluded = true)
    private Date attentionAt;

    @Column(name = "SUBMISSION_KEY", unique = true, length = 80)
    @AdminPresentation(excluded = true)
    private String submissionKey;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "LABEL_ID")
    @AdminPresentation(excluded = true)
    private ReturnDocument label;

    @OneToMany
    @JoinTable(name = "RTN_PHOTO", joinColumns = @JoinColumn(name = "REQUEST_ID"),
        inverseJoinColumns = @JoinColumn(name = "DOCUMENT_ID"))
    @OrderColumn(name = "PHOTO_NUMBER", nullable = false)
    @AdminPresentation(excluded = true)
    private List<ReturnDocument> photos = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<ReturnLine> lines = new ArrayList<>();

    /**
     * Written by the journal itself, and here to be read. Identifiers follow no order: each application draws them from a block of its
     * own.
     */
    @OneToMany
    @JoinColumn(name = "REQUEST_ID", insertable = false, updatable = false)
    @OrderBy("happenedAt, id")
    @OptimisticLock(excluded = true)
    private List<JournalEntry> journal = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    @Column(name = "LEGAL_BASIS", length = 20)
    @AdminPresentation(excluded = true)
    private LegalBasis legalBasis;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "STATED_ON")
    @AdminPresentation(excluded = true)
    private Date statedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATED_BY", length = 20)
    @AdminPresentation(excluded = true)
    private StatementChannel statedBy;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "SENT_ON")
    @AdminPresentation(excluded = true)
    private Date sentOn;

    /** How many lasting events there are of this return. */
    @Column(name = "EVENT_COUNT", nullable = false)
    @AdminPresentation(excluded = true)
    private int eventCount;

    @Version
    @Column(name = "VERSION", nullable = false)
    @AdminPresentation(excluded = true)
    private int version;

    /** For the persistence provider. */
    protected ReturnRequest() {
    }

    /**
     * A request that was just made; lines follow through {@link #add}.
     *
     * @param customer whose the order is
     */
    ReturnRequest(ReturnNumber number, Order order, Customer customer, String refundType, String comment, Locale language,
            String submissionKey, Date submittedAt) {
        this.number = number.value();
        this.order = order;
        this.orderId = order.getId();
        this.orderNumber = order.getOrderNumber();
        this.customer = customer;
        BuyerName buyer = BuyerName.of(order, customer);
        this.customerFirstName = buyer.first();
        this.customerLastName = buyer.last();
        this.refundType = refundType;
        this.comment = comment;
        this.languageTag = language.toLanguageTag();
        this.submissionKey = submissionKey;
        this.submittedAt = submittedAt;
        this.statusChangedAt = submittedAt;
        this.status = ReturnStatus.REQUESTED.name();
        this.attentionAt = submittedAt;
        this.legalBasis = LegalBasis.VOLUNTARY;
    }

    /** Whether it was made with that submission key, which may be null. */
    boolean wasSentWith(String key) {
        return key != null && key.equals(submissionKey);
    }

    void add(OrderedLine ordered, int quantity, String reasonCode) {
        lines.add(new ReturnLine(this, ordered, quantity, reasonCode));
        articleCount += quantity;
    }

    void add(ReturnDocument photo) {
        photos.add(photo);
    }

    /** The first thing that happens to it: it was requested. */
    void open(Happening happening) {
        happening.note(this, new JournalEntry(JournalEntry.STATUS, submittedAt, happening.actor())
            .between(null, ReturnStatus.REQUESTED.name())
            .saying(happening.message(), happening.note()).toldBy(happening.mail()));
        happening.tell(this, ReturnEventKinds.REQUESTED, Map.of());
    }

    /**
     * The shopper has what they need to send the goods.
     *
     * @param newLabel that they got now, or null if they have it from elsewhere
     * @throws IllegalStateException if the workflow does not allow the step to this actor; the same holds for all verbs
     */
    public void sendLabel(ReturnDocument newLabel, Happening happening) {
        require(ReturnStatus.LABEL_SENT, happening);
        if (newLabel != null) {
            label = newLabel;
        }
        become(standing(true), newLabel, happening, Map.of());
    }

    /** All goods that are missing have come, and are not yet judged. */
    public void receive(Happening happening) {
        receive(byLine(line -> ReceivedUnits.of(line.missing())), null, happening);
    }

    /**
     * A parcel has come, the first or a further one.
     *
     * @param arrived by the line's identifier; none of lines that are missing
     * @param somethingElse what else was in it that nobody had asked to return, or null
     * @throws IllegalArgumentException if nothing has come, or more than is missing
     */
    public void receive(Map<Long, ReceivedUnits> arrived, String somethingElse, Happening happening) {
        require(ReturnStatus.RECEIVED, happening);
        requireOwnLines(arrived);
        if (getStatus().isDecision()) {
            throw new IllegalStateException("The decision on return " + number + " is not taken back by a parcel");
        }
        if (arrived.values().stream().mapToInt(ReceivedUnits::units).sum() == 0) {
            throw new IllegalArgumentException("Nothing of return " + number + " has come");
        }
        List<GoodsOfLine> goods =
            getLines().stream().map(line -> line.receive(arrived.getOrDefault(line.getId(), ReceivedUnits.NONE))).toList();
        become(standing(true), null, happening, details(goods));
        if (somethingElse != null) {
            happening.note(this, new JournalEntry(SOMETHING_ELSE, happening.when(), happening.actor()).saying(null, somethingElse));
        }
        tellReceived(goods, happening);
    }

    /** Everything that was asked for is accepted. Where no arrival was recorded, all of it has come. */
    public void accept(Happening happening) {
        Map<Long, ReceivedUnits> arrived = arrivedUnsaid();
        decideLines(byLine(line -> new LineDecision(arrived.get(line.getId()), 0, line.getQuantityRequested(), 0, null)), happening);
    }

    /** Nothing of what was asked for is accepted. Where no arrival was recorded, nothing has come. */
    public void refuse(Happening happening) {
        decideLines(byLine(line -> LineDecision.refusing(null)), happening);
    }

    /**
     * So many units are accepted and the others refused. Where no arrival was recorded, all of them have come.
     *
     * @param acceptedByLine by the line's identifier; none of lines that are missing
     */
    public void decide(Map<Long, Integer> acceptedByLine, Happening happening) {
        Map<Long, ReceivedUnits> arrived = arrivedUnsaid();
        decideLines(byLine(line ->
            new LineDecision(arrived.get(line.getId()), 0, acceptedByLine.getOrDefault(line.getId(), 0), 0, null)), happening);
    }

    /**
     * Decides line by line. The return is accepted if all units are that were asked for, and refused if none is.
     *
     * @param decisions by the line's identifier; nothing is accepted of lines that are missing
     * @throws IllegalArgumentException if more is decided on than is here
     */
    public void decideLines(Map<Long, LineDecision> decisions, Happening happening) {
        requireOwnLines(decisions);
        int accepted = decisions.values().stream().mapToInt(LineDecision::accepted).sum();
        require(accepted == 0 ? ReturnStatus.REFUSED
            : accepted == articleCount ? ReturnStatus.ACCEPTED : ReturnStatus.PARTIALLY_ACCEPTED, happening);
        List<GoodsOfLine> goods = getLines().stream()
            .map(line -> line.decide(decisions.getOrDefault(line.getId(), LineDecision.refusing(null)))).toList();
        become(standing(true), null, happening, details(goods));
        tellReceived(goods, happening);
        tellAccepted(happening);
        happening.tell(this, ReturnEventKinds.DECIDED, decided());
    }

    /** What counts as arrived with a decision that says nothing of it: everything, unless an arrival was recorded before. */
    Map<Long, ReceivedUnits> arrivedUnsaid() {
        boolean recorded = hasGoods();
        return byLine(line -> recorded ? ReceivedUnits.NONE : ReceivedUnits.of(line.missing()));
    }

    /** Whether any unit has come. */
    boolean hasGoods() {
        return getLines().stream().anyMatch(line -> line.getQuantityReceived() > 0);
    }

    /** When goods came last, by themselves or with a decision; empty where no arrival was noted. */
    public Optional<Date> lastArrival() {
        return getJournal().stream().filter(this::isArrival).map(JournalEntry::getHappenedAt).max(Comparator.naturalOrder());
    }

    private boolean isArrival(JournalEntry entry) {
        if (!entry.isStatus() || entry.getTo() == null) {
            return false;
        }
        if (ReturnStatus.valueOf(entry.getTo()).isDecision()) {
            Map<Long, String> articles = linesOfAllTime().stream().collect(Collectors.toMap(ReturnLine::getId, ReturnLine::getArticleName));
            return GoodsOfLine.in(entry.getDetails(), articles).stream().anyMatch(line -> line.arrived() > 0);
        }
        return ReturnStatus.RECEIVED.name().equals(entry.getTo())
            && (entry.getFrom() == null || !ReturnStatus.valueOf(entry.getFrom()).isDecision());
    }

    /** Units that are neither here nor accepted without coming back. */
    int missing() {
        return getLines().stream().mapToInt(ReturnLine::missing).sum();
    }

    private <T> Map<Long, T> byLine(Function<ReturnLine, T> said) {
        return getLines().stream().collect(Collectors.toMap(ReturnLine::getId, said));
    }

    private void requireOwnLines(Map<Long, ?> said) {
        if (!getLines().stream().map(ReturnLine::getId).toList().containsAll(said.keySet())) {
            throw new IllegalArgumentException("Return " + number + " has no such lines: " + said.keySet());
        }
    }

    private static Map<String, String> details(List<GoodsOfLine> goods) {
        Map<String, String> details = new TreeMap<>();
        goods.forEach(line -> line.writeInto(details));
        return details;
    }

    /** It is called off before the goods came. */
    public void cancel(Happening happening) {
        require(ReturnStatus.CANCELLED, happening);
        become(ReturnStatus.CANCELLED, null, happening, Map.of());
    }

    /** The decision is taken back, and what was accepted with it. */
    public void reopen(Happening happening) {
        require(ReturnStatus.RECEIVED, happening);
        Map<Long, Integer> takenBack = quantities(ReturnLine::getQuantityAccepted);
        Map<String, String> reversed = decided();
        getLines().forEach(ReturnLine::reopen);
        become(standing(true), null, happening, Map.of());
        if (!takenBack.isEmpty()) {
            happening.tell(this, ReturnEventKinds.ITEMS_TAKEN_BACK, ReturnEventKinds.items(takenBack));
        }
        happening.tell(this, ReturnEventKinds.DECISION_REVERSED, reversed);
    }

    /**
     * What was asked for, or noted as received, is put right before the decision. The status stays; a return of which nothing would
     * be left is {@linkplain #cancel called off}.
     *
     * @param corrections how lines shall stand, by the line's identifier; those that are missing stay as they are
     * @param added what else of the order is returned
     * @param newComment what the customer says, or null for what it is
     * @throws IllegalArgumentException if it cannot be so
     */
    void correct(Map<Long, LineStanding> corrections, List<AddedLine> added, String newComment, Happening happening) {
        if (!isCorrectable()) {
            throw new IllegalStateException("Return " + number + " is not corrected any more");
        }
        requireOwnLines(corrections);
        boolean goodsHaveCome = getStatus() == ReturnStatus.RECEIVED;
        if (!goodsHaveCome && Stream.concat(corrections.values().stream(), added.stream().map(AddedLine::standing))
                .anyMatch(standing -> standing.received().units() > 0)) {
            throw new IllegalArgumentException("Nothing of return " + number + " has come");
        }
        List<CorrectedLine> corrected = new ArrayList<>();
        getLines().stream().filter(line -> corrections.containsKey(line.getId()))
            .forEach(line -> corrected.add(line.correct(corrections.get(line.getId()))));
        added.forEach(line -> corrected.add(add(line)));
        articleCount = getLines().stream().mapToInt(ReturnLine::getQuantityRequested).sum();
        if (articleCount == 0) {
            throw new IllegalArgumentException("Nothing would be left of return " + number);
        }
        if (newComment != null) {
            comment = newComment;
        }
        if (happening.message() != null) {
            merchantMessage = happening.message();
        }
        Map<String, String> details = new TreeMap<>();
        corrected.stream().filter(CorrectedLine::isChange).forEach(line -> line.writeInto(details));
        happening.note(this, happening.entry(CORRECTED).detailed(details));
        happening.publish(new ReturnCorrected(id, number, orderId));
        happening.tell(this, ReturnEventKinds.CORRECTED, corrected(corrected));
        if (goodsHaveCome || happening.mail() != null && happening.mail().getState() == MailState.FAILED) {
            attentionAt = attention(happening.mail());
        }
    }

    /** A line that was taken out before is the same line again: an order item has one. */
    private CorrectedLine add(AddedLine line) {
        Optional<ReturnLine> known =
            lines.stream().filter(one -> one.getOrderItemId().equals(line.ordered().itemId())).findFirst();
        if (known.filter(one -> !one.isTakenOut()).isPresent()) {
            throw new IllegalArgumentException("Order item " + line.ordered().itemId() + " is in return " + number);
        }
        return known.orElseGet(() -> {
            ReturnLine added = ReturnLine.addedTo(this, line);
            lines.add(added);
            return added;
        }).correct(line.standing());
    }

    private Map<String, String> corrected(List<CorrectedLine> corrected) {
        Map<Long, Integer> before = quantities(ReturnLine::getQuantityRequested);
        Map<Long, Integer> receivedBefore = quantities(ReturnLine::getQuantityReceived);
        corrected.forEach(line -> {
            before.put(line.orderItemId(), line.before().requested());
            receivedBefore.put(line.orderItemId(), line.before().received().units());
        });
        before.values().removeIf(units -> units == 0);
        receivedBefore.values().removeIf(units -> units == 0);
        Map<Long, String> reasons = new TreeMap<>();
        getLines().forEach(line -> reasons.put(line.getOrderItemId(), line.getReasonCode()));
        return Map.of("items", ReturnEventKinds.list(quantities(ReturnLine::getQuantityRequested)),
            "itemsBefore", ReturnEventKinds.list(before),
            "received", ReturnEventKinds.list(quantities(ReturnLine::getQuantityReceived)), "receivedBefore", ReturnEventKinds.list(receivedBefore), "reasons", ReturnEventKinds.list(reasons));
    }

    /** Whether a merchant can still correct what was asked for: until the decision. */
    public boolean isCorrectable() {
        return getStatus().isRunning();
    }

    /**
     * Somebody says on what it is based in law, and when its goods were sent. What they do not change is not noted.
     *
     * @throws IllegalStateException if it was called off
     */
    public void state(StatedBasis stated, Happening happening) {
        StatedBasis before = getStatedBasis();
        if (stated.equals(before)) {
            return;
        }
        if (getStatus() == ReturnStatus.CANCELLED) {
            throw new IllegalStateException("Return " + number + " was called off");
        }
        legalBasis = stated.basis();
        statedOn = StatedBasis.stored(stated.statedOn());
        statedBy = stated.statedBy();
        sentOn = StatedBasis.stored(stated.sentOn());
        if (stated.isOtherBasisThan(before)) {
            happening.note(this, new JournalEntry(LEGAL_BASIS, happening.when(), happening.actor()).detailed(stated.basisDetails()));
            happening.tell(this, ReturnEventKinds.LEGAL_BASIS, stated.basisDetails());
        }
        if (!Objects.equals(stated.sentOn(), before.sentOn())) {
            happening.note(this, new JournalEntry(SENT, happening.when(), happening.actor()).detailed(stated.sentDetails()));
            happening.tell(this, ReturnEventKinds.SENT, stated.sentDetails());
        }
        happening.publish(new LegalBasisChanged(id, number, orderId, before, stated));
    }

    /** On what it is based in law, and when its goods were sent, as somebody has said. */
    public StatedBasis getStatedBasis() {
        return new StatedBasis(legalBasis, StatedBasis.day(statedOn), statedBy, StatedBasis.day(sentOn));
    }

    private void require(ReturnStatus to, Happening happening) {
        if (!nextStatuses(happening.actor()).contains(to)) {
            throw new IllegalStateException("Return " + number + " cannot go from " + getStatus() + " to " + to);
        }
    }

    /**
     * Where a return stands that is not called off, as its lines and its label say: the one place that knows.
     *
     * @param labelSent whether the shopper has what they need to send the goods
     */
    private ReturnStatus standing(boolean labelSent) {
        if (getLines().stream().allMatch(ReturnLine::isDecided)) {
            int accepted = getLines().stream().mapToInt(ReturnLine::getQuantityAccepted).sum();
            return accepted == 0 ? ReturnStatus.REFUSED
                : accepted == articleCount ? ReturnStatus.ACCEPTED : ReturnStatus.PARTIALLY_ACCEPTED;
        }
        // Also where a decision is taken back of goods that had not come.
        if (getLines().stream().anyMatch(ReturnLine::isOpen)) {
            return ReturnStatus.RECEIVED;
        }
        return labelSent ? ReturnStatus.LABEL_SENT : ReturnStatus.REQUESTED;
    }

    /** @param details what else there is to say, for the journal */
    private void become(ReturnStatus to, ReturnDocument document, Happening happening, Map<String, String> details) {
        ReturnStatus from = getStatus();
        status = to.name();
        merchantMessage = happening.message();
        statusChangedAt = happening.when();
        happening.note(this, happening.entry(JournalEntry.STATUS).between(from.name(), to.name()).with(document).detailed(details));
        happening.publish(new ReturnStatusChanged(id, number, orderId, from, to));
        happening.tell(this, ReturnEventKinds.STATUS_CHANGED, Map.of("from", from.name(), "to", to.name()));
        attentionAt = attention(happening.mail());
    }

    private void tellReceived(List<GoodsOfLine> goods, Happening happening) {
        Map<Long, GoodsOfLine> byLine = goods.stream().collect(Collectors.toMap(GoodsOfLine::lineId, Function.identity()));
        Map<Long, Integer> arrived = quantities(line -> byLine.get(line.getId()).arrived());
        if (!arrived.isEmpty()) {
            Map<String, Integer> conditions = new TreeMap<>();
            getLines().forEach(line -> byLine.get(line.getId()).conditions()
                .forEach((condition, units) -> conditions.merge(line.getOrderItemId() + ":" + condition, units, Integer::sum)));
            happening.tell(this, ReturnEventKinds.GOODS_RECEIVED, Map.of("items", ReturnEventKinds.list(arrived),
                "conditions", ReturnEventKinds.list(conditions), "missing", ReturnEventKinds.list(quantities(ReturnLine::missing))));
        }
    }

    /** What the decision that stands says, for others. */
    private Map<String, String> decided() {
        Map<String, String> values = new TreeMap<>();
        values.put("accepted", ReturnEventKinds.list(quantities(ReturnLine::getQuantityAccepted)));
        // Of a decision of before nobody knows more.
        if (getLines().stream().noneMatch(line -> line.getQuantityRefused() == null)) {
            values.put("refused", ReturnEventKinds.list(quantities(ReturnLine::getQuantityRefused)));
            values.put("kept", ReturnEventKinds.list(quantities(ReturnLine::getQuantityKept)));
            values.put("staying", ReturnEventKinds.list(quantities(ReturnLine::getQuantityStaying)));
            values.put("missing", ReturnEventKinds.list(quantities(ReturnLine::missing)));
            Map<Long, String> reasons = new TreeMap<>();
            getLines().stream().filter(line -> line.getRefusalReason() != null)
                .forEach(line -> reasons.put(line.getOrderItemId(), line.getRefusalReason()));
            values.put("reasons", ReturnEventKinds.list(reasons));
        }
        return values;
    }

    private void tellAccepted(Happening happening) {
        announceAccepted().ifPresent(happening::publish);
        Map<Long, Integer> accepted = quantities(ReturnLine::getQuantityAccepted);
        if (!accepted.isEmpty()) {
            happening.tell(this, ReturnEventKinds.ITEMS_ACCEPTED, ReturnEventKinds.items(accepted));
        }
    }

    /** Of each order item of which there are any. */
    private Map<Long, Integer> quantities(ToIntFunction<ReturnLine> units) {
        Map<Long, Integer> quantities = new TreeMap<>();
        getLines().stream().filter(line -> units.applyAsInt(line) > 0)
            .forEach(line -> quantities.merge(line.getOrderItemId(), units.applyAsInt(line), Integer::sum));
        return quantities;
    }

    /** Shows an entry that the journal is about to write; one that was not read yet is read with it later. */
    void remember(JournalEntry entry) {
        if (Hibernate.isInitialized(journal)) {
            journal.add(entry);
        }
    }

    int nextEventNumber() {
        return ++eventCount;
    }

    /**
     * Since when, or from when on, somebody should act: at once when a return was requested or all of it has arrived, some days
     * after the last arrival when something is missing, and when a mail cannot go out.
     */
    private Date attention(OutgoingMail mail) {
        boolean complete = getLines().stream().allMatch(ReturnLine::isComplete);
        return switch (getStatus()) {
            case REQUESTED -> submittedAt;
            case RECEIVED -> complete ? statusChangedAt : Date.from(statusChangedAt.toInstant().plus(PATIENCE_WITH_PARCELS));
            default -> mail != null && mail.getState() == MailState.FAILED ? statusChangedAt : null;
        };
    }

    /** Accepted units that nobody was told of before; empty unless goods were accepted. From now on they count as told. */
    private Optional<ItemsReturned> announceAccepted() {
        Map<Long, Integer> news = new HashMap<>();
        for (ReturnLine line : lines) {
            int units = line.announce();
            if (units > 0) {
                news.merge(line.getOrderItemId(), units, Integer::sum);
            }
        }
        return news.isEmpty() ? Optional.empty() : Optional.of(new ItemsReturned(orderId, number, news));
    }

    /**
     * Blanks what is personal and cuts the link to the customer. What came back, when and with what outcome stays.
     *
     * @throws IllegalStateException if the return is still running, since the shop needs to know then whom it deals with
     */
    void forgetCustomer() {
        if (getStatus().isRunning()) {
            throw new IllegalStateException("Return " + number + " is still running");
        }
        attentionAt = null;
        customer = null;
        customerFirstName = null;
        customerLastName = null;
        comment = null;
        merchantMessage = null;
        submissionKey = null;
        label = null;
        photos.clear();
    }

    /** The statuses that this actor can give the return now. */
    public Set<ReturnStatus> nextStatuses(Actor actor) {
        return StatusWorkflow.next(getStatus(), actor, articleCount, missing());
    }

    public Long getId() {
        return id;
    }

    /** The number that people use, of {@link ReturnNumber}'s form. */
    public String getNumber() {
        return number;
    }

    public Order getOrder() {
        return order;
    }

    /** The platform's identifier of the order, which asks the database for nothing. */
    public Long getOrderId() {
        return orderId;
    }

    public String getOrderNumber() {
        return orderNumber;
    }

    /** Null once the customer was forgotten. */
    public Customer getCustomer() {
        return customer;
    }

    public String getCustomerFirstName() {
        return customerFirstName;
    }

    public String getCustomerLastName() {
        return customerLastName;
    }

    public ReturnStatus getStatus() {
        return ReturnStatus.valueOf(status);
    }

    /** One of the codes that were on offer when the return was requested. */
    public String getRefundType() {
        return refundType;
    }

    /** What the shopper wrote, or null. As typed: escape it wherever it is shown. */
    public String getComment() {
        return comment;
    }

    /** What the merchant told the customer at the last step, or null. As typed. */
    public String getMerchantMessage() {
        return merchantMessage;
    }

    /** The language in which the customer is written to. */
    public Locale getLanguage() {
        return Locale.forLanguageTag(languageTag);
    }

    public Date getSubmittedAt() {
        return submittedAt;
    }

    /** Since when somebody should act, or from when on; null if nobody has to. */
    public Date getAttentionAt() {
        return attentionAt;
    }

    public Date getStatusChangedAt() {
        return statusChangedAt;
    }

    /** The sum of the requested quantities. */
    public int getArticleCount() {
        return articleCount;
    }

    /** The last label, or null. */
    public ReturnDocument getLabel() {
        return label;
    }

    /** What the shopper showed, in their order. */
    public List<ReturnDocument> getPhotos() {
        return Collections.unmodifiableList(photos);
    }

    /** What is asked for; without lines that were taken out. */
    public List<ReturnLine> getLines() {
        return lines.stream().filter(line -> !line.isTakenOut()).toList();
    }

    /** Those that were taken out among them. */
    List<ReturnLine> linesOfAllTime() {
        return Collections.unmodifiableList(lines);
    }

    /** Oldest first. */
    public List<JournalEntry> getJournal() {
        return Collections.unmodifiableList(journal);
    }

    /** Grows with every change; a form that was opened at another version is stale. */
    public int getVersion() {
        return version;
    }
}
