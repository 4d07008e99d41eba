package org.broadleafreturns.core.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.JoinTable;
import javax.persistence.ManyToOne;
import javax.persistence.MapKeyColumn;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerImpl;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.request.ReturnRequest;

/**
 * A request that a shopper has begun. It belongs to one customer and one order, is found by a random token only by that
 * customer, and goes when it is sent or too old.
 */
@Entity
@Table(name = "RTN_DRAFT")
@TableGenerator(name = "RtnDraft", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_DRAFT", allocationSize = 10)
public class ReturnDraft {

    /** One character more than a comment may have, so that one that is too long stays too long. */
    private static final int COMMENT_LENGTH = ReturnRequest.TEXT_LENGTH + 1;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnDraft")
    @Column(name = "DRAFT_ID")
    private Long id;

    @Column(name = "TOKEN", nullable = false, unique = true, updatable = false, length = 36)
    private String token;

    @ManyToOne(fetch = FetchType.LAZY, targetEntity = CustomerImpl.class, optional = false)
    @JoinColumn(name = "CUSTOMER_ID", nullable = false, updatable = false)
    private Customer customer;

    @ManyToOne(fetch = FetchType.LAZY, targetEntity = OrderImpl.class, optional = false)
    @JoinColumn(name = "ORDER_ID", nullable = false, updatable = false)
    private Order order;

    @ElementCollection
    @CollectionTable(name = "RTN_DRAFT_LINE", joinColumns = @JoinColumn(name = "DRAFT_ID"))
    @MapKeyColumn(name = "ORDER_ITEM_ID")
    private Map<Long, DraftLine> lines = new HashMap<>();

    @Column(name = "REFUND_TYPE", length = DraftLine.CODE_LENGTH)
    private String refundType;

    @Column(name = "CUSTOMER_COMMENT", length = COMMENT_LENGTH)
    private String comment;

    @OneToMany
    @JoinTable(name = "RTN_DRAFT_PHOTO", joinColumns = @JoinColumn(name = "DRAFT_ID"),
        inverseJoinColumns = @JoinColumn(name = "DOCUMENT_ID"))
    @OrderBy("id")
    private List<ReturnDocument> photos = new ArrayList<>();

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "SAVED_AT", nullable = false)
    private Date savedAt;

    /** For the persistence provider. */
    protected ReturnDraft() {
    }

    /** @param customer whose the order is */
    ReturnDraft(String token, Order order, Customer customer) {
        this.token = token;
        this.order = order;
        this.customer = customer;
    }

    /**
     * Takes the place of what was entered before.
     *
     * @param items the items of the order; inputs for others are not kept
     */
    void enter(DraftInput input, Set<Long> items, Date when) {
        Set<Long> named = new TreeSet<>(input.items());
        named.retainAll(items);
        lines.keySet().retainAll(new HashSet<>(named));
        for (Long item : named) {
            lines.put(item, new DraftLine(input.quantities().get(item), input.reasons().get(item)));
        }
        refundType = DraftLine.stored(input.refundType(), DraftLine.CODE_LENGTH);
        String typed = input.comment() == null ? null : input.comment().strip().replaceAll("\\R", "\n");
        comment = DraftLine.stored(typed, COMMENT_LENGTH);
        changed(when);
    }

    void add(ReturnDocument photo, Date when) {
        photos.add(photo);
        changed(when);
    }

    void remove(ReturnDocument photo, Date when) {
        photos.remove(photo);
        changed(when);
    }

    /** By that moment whoever sends it knows it again, so no two changes have the same. */
    private void changed(Date when) {
        savedAt = savedAt == null || savedAt.before(when) ? when : new Date(savedAt.getTime() + 1);
    }

    Long getId() {
        return id;
    }

    /** The random text in the addresses of the draft's pages. */
    public String getToken() {
        return token;
    }

    boolean wasSavedBefore(Date moment) {
        return savedAt.before(moment);
    }

    Date getSavedAt() {
        return savedAt;
    }

    Long getCustomerId() {
        return customer.getId();
    }

    public Order getOrder() {
        return order;
    }

    /** What was entered. */
    public DraftInput getInput() {
        Map<Long, String> quantities = new LinkedHashMap<>();
        Map<Long, String> reasons = new LinkedHashMap<>();
        for (Long item : new TreeSet<>(lines.keySet())) {
            DraftLine line = lines.get(item);
            if (line.quantity() != null) {
                quantities.put(item, line.quantity());
            }
            if (line.reasonCode() != null) {
                reasons.put(item, line.reasonCode());
            }
        }
        return new DraftInput(quantities, reasons, refundType, comment);
    }

    /** In the order in which they were added. */
    public List<ReturnDocument> getPhotos() {
        return Collections.unmodifiableList(photos);
    }
}
