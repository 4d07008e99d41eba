package org.broadleafreturns.core.request;

import java.util.Date;
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
import javax.persistence.PreRemove;
import javax.persistence.PreUpdate;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.mail.OutgoingMail;

/**
 * One thing that happened to a return. Written once and never changed or removed; only what is personal in the entries of a
 * customer who is forgotten is blanked, by {@link CustomerReturns}.
 */
@Entity
@Table(name = "RTN_JOURNAL_ENTRY")
@TableGenerator(name = "RtnJournalEntry", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_JOURNAL_ENTRY", allocationSize = 20)
public class JournalEntry {

    /** Of the longest form of an IPv6 address. */
    private static final int ADDRESS_LENGTH = 45;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnJournalEntry")
    @Column(name = "ENTRY_ID")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "REQUEST_ID", nullable = false, updatable = false)
    private ReturnRequest request;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "HAPPENED_AT", nullable = false, updatable = false)
    private Date happenedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ACTOR_KIND", nullable = false, updatable = false, length = 20)
    private Actor.Kind actorKind;

    @Column(name = "ACTOR_ID", updatable = false)
    private Long actorId;

    @Column(name = "ACTOR_NAME", nullable = false, updatable = false)
    private String actorName;

    @Enumerated(EnumType.STRING)
    @Column(name = "CHANNEL", nullable = false, updatable = false, length = 20)
    private Actor.Channel channel;

    @Column(name = "ADDRESS", updatable = false, length = ADDRESS_LENGTH)
    private String address;

    @Enumerated(EnumType.STRING)
    @Column(name = "FROM_STATUS", updatable = false, length = 30)
    private ReturnStatus from;

    @Enumerated(EnumType.STRING)
    @Column(name = "TO_STATUS", nullable = false, updatable = false, length = 30)
    private ReturnStatus to;

    @Column(name = "MESSAGE", updatable = false, length = ReturnRequest.TEXT_LENGTH)
    private String message;

    @Column(name = "NOTE", updatable = false, length = ReturnRequest.TEXT_LENGTH)
    private String note;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "DOCUMENT_ID", updatable = false)
    private ReturnDocument document;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "MAIL_ID", updatable = false)
    private OutgoingMail mail;

    /** For the persistence provider. */
    protected JournalEntry() {
    }

    JournalEntry(ReturnRequest request, Date happenedAt, Actor actor, ReturnStatus from, ReturnStatus to, String message,
            String note, ReturnDocument document, OutgoingMail mail) {
        this.request = request;
        this.happenedAt = happenedAt;
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.channel = actor.channel();
        this.address = actor.address() == null || actor.address().length() > ADDRESS_LENGTH ? null : actor.address();
        this.from = from;
        this.to = to;
        this.message = message;
        this.note = note;
        this.document = document;
        this.mail = mail;
    }

    @PreUpdate
    @PreRemove
    void refuse() {
        throw new IllegalStateException("The journal of returns is only added to");
    }

    public Long getId() {
        return id;
    }

    public Date getHappenedAt() {
        return happenedAt;
    }

    public Actor.Kind getActorKind() {
        return actorKind;
    }

    /** The platform's identifier of the customer or back-office user, or null. */
    public Long getActorId() {
        return actorId;
    }

    public String getActorName() {
        return actorName;
    }

    /** By which way it was done. */
    public Actor.Channel getChannel() {
        return channel;
    }

    /** The network address it was done from; null if it is unknown or not kept. */
    public String getAddress() {
        return address;
    }

    /** The status before, or null for the first entry. */
    public ReturnStatus getFrom() {
        return from;
    }

    public ReturnStatus getTo() {
        return to;
    }

    /** What the merchant told the customer, or null. As typed: escape it wherever it is shown. */
    public String getMessage() {
        return message;
    }

    /** A merchant's ground for creating the return or taking back a decision, not for the customer, or null. As typed. */
    public String getNote() {
        return note;
    }

    /** The label that came with this step, or null. */
    public ReturnDocument getDocument() {
        return document;
    }

    /** The mail that told the customer, with its state; null if none was to be sent. */
    public OutgoingMail getMail() {
        return mail;
    }
}
