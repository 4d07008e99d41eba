package org.broadleafreturns.core.guest;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;

/**
 * Somebody has asked to be let in to an order. Written alike whether there is such an order or not; if there is, the background work adds
 * which one, and the code that was mailed, which nobody can read from here. It is thrown away within a day or so.
 */
@Entity
@Table(name = "RTN_GUEST_ENTRY")
@TableGenerator(name = "RtnGuestEntry", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_GUEST_ENTRY", allocationSize = 10)
class GuestEntry {

    static final int ORDER_LENGTH = 100;
    static final int EMAIL_LENGTH = 254;

    private static final int HASH_LENGTH = 64;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnGuestEntry")
    @Column(name = "ENTRY_ID")
    private Long id;

    /** A hash of what the browser has, by which it is known again, however often it asks. */
    @Column(name = "BROWSER_HASH", nullable = false, updatable = false, length = HASH_LENGTH)
    private String browserHash;

    @Column(name = "ORDER_REFERENCE", nullable = false, updatable = false, length = ORDER_LENGTH)
    private String orderReference;

    @Column(name = "EMAIL", nullable = false, updatable = false, length = EMAIL_LENGTH)
    private String email;

    @Column(name = "LANGUAGE", nullable = false, updatable = false, length = 35)
    private String language;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "ASKED_AT", nullable = false, updatable = false)
    private Date askedAt;

    /** What has been tried of the five tries. */
    @Column(name = "TRIES", nullable = false)
    private int tries;

    /** The order to which a code lets in; null as long as there is no code. */
    @Column(name = "ORDER_ID")
    private Long orderId;

    /** Whose the order was when the code was made. */
    @Column(name = "CUSTOMER_ID")
    private Long customerId;

    /** The customer who is logged in and wants to take the order over; null of a guest who wants to be let in. */
    @Column(name = "TAKER_ID", updatable = false)
    private Long takerId;

    @Column(name = "CODE_HASH", length = HASH_LENGTH)
    private String codeHash;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "CODE_AT")
    private Date codeAt;

    /** For the persistence provider. */
    protected GuestEntry() {
    }

    /** @param taker the customer who wants to take the order over, or null */
    GuestEntry(String browserHash, AskedEntry asked, Long taker, Instant askedAt) {
        this.browserHash = browserHash;
        this.orderReference = asked.order();
        this.email = asked.email();
        this.language = asked.language().toLanguageTag();
        this.takerId = taker;
        this.askedAt = Date.from(askedAt);
    }

    /** Lets whoever has the code in to an order. */
    void mail(String hashOfCode, Long order, Long customer, Instant now) {
        codeHash = hashOfCode;
        orderId = order;
        customerId = customer;
        codeAt = Date.from(now);
    }

    AskedEntry asked() {
        return new AskedEntry(orderReference, email, getLanguage());
    }

    Long getId() {
        return id;
    }

    String getBrowserHash() {
        return browserHash;
    }

    String getOrderReference() {
        return orderReference;
    }

    String getEmail() {
        return email;
    }

    Locale getLanguage() {
        return Locale.forLanguageTag(language);
    }

    Instant getAskedAt() {
        return Instant.ofEpochMilli(askedAt.getTime());
    }

    int getTries() {
        return tries;
    }

    Long getOrderId() {
        return orderId;
    }

    Long getCustomerId() {
        return customerId;
    }

    Long getTakerId() {
        return takerId;
    }

    /** Null as long as no code was made. */
    String getCodeHash() {
        return codeHash;
    }

    Instant getCodeAt() {
        return codeAt == null ? null : Instant.ofEpochMilli(codeAt.getTime());
    }
}
