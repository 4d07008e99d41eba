package org.broadleafreturns.core.request;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
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
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.platform.BuyerName;
import org.broadleafreturns.core.platform.OrderedLine;

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
    public static final int TEXT_LENGTH = 2000;

    /** After so long nobody expects the rest of what was announced. */
    private static final Duration PATIENCE_WITH_PARCELS = Duration.ofDays(3);

    private static final String NAME_CODE = "rtn.admin.field.";

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnRequest")
    @Column(name = "REQUEST_ID")
    @AdminPresentation(visibility = VisibilityEnum.HIDDEN_ALL)
    private Long id;

    @Column(name = "RETURN_NUMBER", nullable = false, unique = true, updatable = false, length = 20)
    @AdminPresentation(friendlyName = NAME_CODE + "number", columnWidth = "128px", prominent = true, gridOrder = 1, order = 1,
        readOnly = true)
    private String number;

    // As wide as the platform's own order numbers, which are moments of 17 digits.
    @Column(name = "ORDER_NUMBER", nullable = false, updatable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "orderNumber", columnWidth = "145px", prominent = true, gridOrder = 2, order = 2,
        readOnly = true)
    private String orderNumber;

    @Column(name = "CUSTOMER_FIRST_NAME")
    @AdminPresentation(friendlyName = NAME_CODE + "firstName", prominent = true, gridOrder = 3, order = 3, readOnly = true)
    private String customerFirstName;

    @Column(name = "CUSTOMER_LAST_NAME")
    @AdminPresentation(friendlyName = NAME_CODE + "lastName", prominent = true, gridOrder = 4, order = 4, readOnly = true)
    private String customerLastName;

    @Column(name = "STATUS", nullable = false, length = 30)
    @AdminPresentation(friendlyName = NAME_CODE + "status", columnWidth = "165px", prominent = true, gridOrder = 5, order = 5,
        readOnly = true, fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
        broadleafEnumeration = "org.broadleafreturns.core.request.ReturnStatus")
    private String status;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "SUBMITTED_AT", nullable = false, updatable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "submittedAt", columnWidth = "140px", prominent = true, gridOrder = 6, order = 6,
        readOnly = true)
    private Date submittedAt;

    @Column(name = "ARTICLE_COUNT", nullable = false, updatable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "articleCount", columnWidth = "78px", prominent = true, gridOrder = 7, order = 7,
        readOnly = true)
    private int articleCount;

    @ManyToOne(fetch = FetchType.LAZY, targetEntity = OrderImpl.class, optional = false)
    @JoinColumn(name = "ORDER_ID", nullable = false, updatable = false)
    @AdminPresentation(excluded = true)
    private Order order;

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

    /** Identifiers follow no order: each application draws them from a block of its own. */
    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("happenedAt, id")
    private List<JournalEntry> journal = new ArrayList<>();

    @Version
    @Column(name = "VERSION", nullable = false)
    @AdminPresentation(excluded = true)
    private int version;

    /** For the persistence provider. */
    protected ReturnRequest() {
    }

    /** A request that was just made; lines follow through {@link #add}. */
    ReturnRequest(ReturnNumber number, Order order, String refundType, String comment, Locale language,
            String submissionKey, Date submittedAt) {
        this.number = number.value();
        this.order = order;
        this.orderNumber = order.getOrderNumber();
        this.customer = order.getCustomer();
        BuyerName buyer = BuyerName.of(order);
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
    }

    void add(OrderedLine ordered, int quantity, String reasonCode) {
        lines.add(new ReturnLine(this, ordered, quantity, reasonCode));
        articleCount += quantity;
    }

    void add(ReturnDocument photo) {
        photos.add(photo);
    }

    /** Opens the journal. */
    void noteSubmission(Actor actor, String note, OutgoingMail mail) {
        journal.add(new JournalEntry(this, submittedAt, actor, null, ReturnStatus.REQUESTED, null, note, null, mail));
    }

    /**
     * Takes one step of the workflow.
     *
     * @param acceptedByLine for a partial decision, the accepted units by line identifier; otherwise ignored
     * @throws IllegalStateException if the workflow does not allow the step to this actor
     */
    void changeStatus(ReturnStatus to, Actor actor, String message, String note, Map<Long, Integer> acceptedByLine,
            ReturnDocument newLabel, OutgoingMail mail, Date when) {
        ReturnStatus from = getStatus();
        if (!nextStatuses(actor).contains(to)) {
            throw new IllegalStateException("Return " + number + " cannot go from " + from + " to " + to);
        }
        switch (to) {
            case RECEIVED -> lines.forEach(ReturnLine::receive);
            case ACCEPTED, PARTIALLY_ACCEPTED, REFUSED ->
                lines.forEach(line -> line.accept(line.acceptedWith(to, acceptedByLine)));
            default -> {
            }
        }
        status = to.name();
        merchantMessage = message;
        statusChangedAt = when;
        if (newLabel != null) {
            label = newLabel;
        }
        journal.add(new JournalEntry(this, when, actor, from, to, message, note, newLabel, mail));
        attentionAt = attention(mail);
    }

    /**
     * Since when, or from when on, somebody should act: at once when a return was requested or all of it has arrived, some days
     * after the last arrival when something is missing, and when a mail cannot go out.
     */
    private Date attention(OutgoingMail mail) {
        boolean complete = lines.stream().allMatch(ReturnLine::isComplete);
        return switch (getStatus()) {
            case REQUESTED -> submittedAt;
            case RECEIVED -> complete ? statusChangedAt : Date.from(statusChangedAt.toInstant().plus(PATIENCE_WITH_PARCELS));
            default -> mail != null && mail.getState() == MailState.FAILED ? statusChangedAt : null;
        };
    }

    /** Accepted units that nobody was told of before; empty unless goods were accepted. From now on they count as told. */
    Optional<ItemsReturned> announceAccepted() {
        Map<Long, Integer> news = new HashMap<>();
        for (ReturnLine line : lines) {
            int units = line.announce();
            if (units > 0) {
                news.merge(line.getOrderItemId(), units, Integer::sum);
            }
        }
        return news.isEmpty() ? Optional.empty() : Optional.of(new ItemsReturned(order.getId(), number, news));
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
        return actor.kind() == Actor.Kind.CUSTOMER
            ? StatusWorkflow.nextForCustomer(getStatus()) : StatusWorkflow.next(getStatus(), actor.mayReopen(), articleCount);
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

    public List<ReturnLine> getLines() {
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
