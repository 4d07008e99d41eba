package org.broadleafreturns.core.history;

import java.util.Date;
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
import javax.persistence.PreRemove;
import javax.persistence.PreUpdate;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.NamedTexts;
import org.broadleafreturns.core.mail.OutgoingMail;

/**
 * One thing that happened to a return. Written once and never changed or removed; only what is personal in the entries of a
 * customer who is forgotten is blanked.
 *
 * <p>Of which kind it is, its {@linkplain #getKind kind} says; a feature writes entries of its own, whose words are the message
 * {@code rtn.journal.} and the kind. What a kind does not need stays empty.
 */
@Entity
@Table(name = "RTN_JOURNAL_ENTRY")
@TableGenerator(name = "RtnJournalEntry", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_JOURNAL_ENTRY", allocationSize = 20)
@ForIntegrators
public class JournalEntry {

    /** The kind of entries that tell of a status, or of another label. */
    public static final String STATUS = "STATUS";

    /** How long a message or note can be, in characters. */
    public static final int TEXT_LENGTH = 2000;
    /** Of the longest form of an IPv6 address. */
    private static final int ADDRESS_LENGTH = 45;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnJournalEntry")
    @Column(name = "ENTRY_ID")
    private Long id;

    @Column(name = "REQUEST_ID", nullable = false, updatable = false)
    private Long requestId;

    @Column(name = "KIND", nullable = false, updatable = false, length = 40)
    private String kind;

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

    @Column(name = "GROUND", updatable = false, length = 120)
    private String ground;

    @Column(name = "FROM_STATUS", updatable = false, length = 30)
    private String from;

    @Column(name = "TO_STATUS", updatable = false, length = 30)
    private String to;

    @Column(name = "DETAILS", updatable = false, length = Integer.MAX_VALUE - 1)
    private String details;

    @Column(name = "MESSAGE", updatable = false, length = TEXT_LENGTH)
    private String message;

    @Column(name = "NOTE", updatable = false, length = TEXT_LENGTH)
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

    /**
     * An entry to be written by {@link Journal#add}; the methods below say what else there is to tell.
     *
     * @param kind {@link #STATUS} or a feature's own, in capitals, of at most 40 characters
     */
    public JournalEntry(String kind, Date happenedAt, Actor actor) {
        if (!kind.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new IllegalArgumentException("Not a kind of entry: " + kind);
        }
        this.kind = kind;
        this.happenedAt = happenedAt;
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.channel = actor.channel();
        this.address = actor.address() == null || actor.address().length() > ADDRESS_LENGTH ? null : actor.address();
        this.ground = actor.ground();
    }

    /**
     * @param newFrom the state before, or null if there was none
     * @param newTo the state since, or null if it has not changed
     */
    public JournalEntry between(String newFrom, String newTo) {
        requireUnwritten();
        from = newFrom;
        to = newTo;
        return this;
    }

    /**
     * @param newMessage to the customer, or null
     * @param newNote not for the customer, or null
     */
    public JournalEntry saying(String newMessage, String newNote) {
        requireUnwritten();
        message = newMessage;
        note = newNote;
        return this;
    }

    /** @param values what else the kind has to say, by names of its own; nothing that is personal */
    public JournalEntry detailed(Map<String, String> values) {
        requireUnwritten();
        details = values.isEmpty() ? null : NamedTexts.written(values);
        return this;
    }

    /** @param newDocument that came with it, or null */
    public JournalEntry with(ReturnDocument newDocument) {
        requireUnwritten();
        document = newDocument;
        return this;
    }

    /** @param newMail that tells the customer, or null */
    public JournalEntry toldBy(OutgoingMail newMail) {
        requireUnwritten();
        mail = newMail;
        return this;
    }

    JournalEntry of(Long newRequestId) {
        requireUnwritten();
        requestId = newRequestId;
        return this;
    }

    private void requireUnwritten() {
        if (id != null) {
            refuse();
        }
    }

    @PreUpdate
    @PreRemove
    void refuse() {
        throw new IllegalStateException("The journal of returns is only added to");
    }

    public Long getId() {
        return id;
    }

    /** Of what kind it is, which says what the other values mean. */
    public String getKind() {
        return kind;
    }

    /** Whether it tells of a status, or of another label. */
    public boolean isStatus() {
        return STATUS.equals(kind);
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

    /** The code of the message that says why the system did it by itself; null for what people did. */
    public String getGround() {
        return ground;
    }

    /** The state before, or null for the first entry; of a status entry, the status' name. */
    public String getFrom() {
        return from;
    }

    /** The state since, or null if it has not changed; of a status entry, the status' name. */
    public String getTo() {
        return to;
    }

    /** What else there is to say, by names of the kind; often nothing. */
    public Map<String, String> getDetails() {
        return details == null ? Map.of() : NamedTexts.read(details);
    }

    /** What the merchant told the customer, or null. As typed: escape it wherever it is shown. */
    public String getMessage() {
        return message;
    }

    /** What is not for the customer, such as a merchant's ground for taking back a decision, or null. As typed. */
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
