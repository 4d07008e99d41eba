package org.broadleafreturns.core.delivery;

import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.FulfillmentGroupImpl;

/**
 * When a fulfilment group was delivered, and how that is known. There is one per group at most, of the group's identifier. One
 * that a merchant has cleared stays, to tell who did it; as long as it has no date, nothing is known of the delivery.
 */
@Entity
@Table(name = "RTN_DELIVERY")
public class Delivery {

    /** How a delivery is known. */
    public enum Source {
        /** The group's status became delivered then. */
        STATUS,
        /** A merchant said so. */
        MERCHANT
    }

    @Id
    @Column(name = "FULFILLMENT_GROUP_ID")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, targetEntity = FulfillmentGroupImpl.class, optional = false)
    @JoinColumn(name = "FULFILLMENT_GROUP_ID", insertable = false, updatable = false)
    private FulfillmentGroup group;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "DELIVERED_AT")
    private Date deliveredAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "SOURCE", nullable = false, length = 20)
    private Source source;

    @Column(name = "RECORDED_BY_ID")
    private Long recordedById;

    @Column(name = "RECORDED_BY_NAME")
    private String recordedByName;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "RECORDED_AT", nullable = false)
    private Date recordedAt;

    /** For the persistence provider. */
    protected Delivery() {
    }

    private Delivery(Long groupId) {
        this.id = groupId;
    }

    /** The group's status has just become delivered. */
    static Delivery seen(Long groupId, Date now) {
        Delivery delivery = new Delivery(groupId);
        delivery.see(now);
        return delivery;
    }

    /** The group's status has just become delivered, after a merchant had cleared what was known. */
    void see(Date now) {
        deliveredAt = now;
        source = Source.STATUS;
        recordedById = null;
        recordedByName = null;
        recordedAt = now;
    }

    /** A merchant tells of a delivery that nothing was known of. */
    static Delivery told(Long groupId, Date deliveredAt, Long merchantId, String merchantName, Date now) {
        Delivery delivery = new Delivery(groupId);
        delivery.correct(deliveredAt, merchantId, merchantName, now);
        return delivery;
    }

    /** A merchant knows better. */
    void correct(Date when, Long merchantId, String merchantName, Date now) {
        deliveredAt = when;
        source = Source.MERCHANT;
        recordedById = merchantId;
        recordedByName = merchantName;
        recordedAt = now;
    }

    /** A merchant knows that what was known is wrong, and no better. */
    void clear(Long merchantId, String merchantName, Date now) {
        correct(null, merchantId, merchantName, now);
    }

    /** The platform's identifier of the fulfilment group. */
    public Long getId() {
        return id;
    }

    /** Whether there is a date; there is none after a merchant has cleared it. */
    public boolean isKnown() {
        return deliveredAt != null;
    }

    /** For a merchant's word, noon of the day in the shop's time zone. Null if a merchant has cleared it. */
    public Date getDeliveredAt() {
        return deliveredAt;
    }

    public Source getSource() {
        return source;
    }

    /** The back-office user who said so last, or null. */
    public Long getRecordedById() {
        return recordedById;
    }

    /** The name of that user at the time, or null. */
    public String getRecordedByName() {
        return recordedByName;
    }

    public Date getRecordedAt() {
        return recordedAt;
    }
}
