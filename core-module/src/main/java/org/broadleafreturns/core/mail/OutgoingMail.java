package org.broadleafreturns.core.mail;

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
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import javax.persistence.Version;
import org.broadleafreturns.core.document.ReturnDocument;

/** A mail to a customer or to the shop, and what became of it. What it says, its {@link MailBody} has. */
@Entity
@Table(name = "RTN_MAIL")
@TableGenerator(name = "RtnMail", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_MAIL", allocationSize = 10)
public class OutgoingMail {

    /** How long a sender can be, name and address as a header has them, in characters. */
    public static final int SENDER_LENGTH = 500;

    private static final int MAXIMUM_ERROR_LENGTH = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnMail")
    @Column(name = "MAIL_ID")
    private Long id;

    @Column(name = "MESSAGE_ID", nullable = false, unique = true, length = 120)
    private String messageId;

    @Column(name = "SENDER", nullable = false, updatable = false, length = SENDER_LENGTH)
    private String sender;

    @Column(name = "RECIPIENT", nullable = false)
    private String recipient;

    @Column(name = "SUBJECT", nullable = false, length = 500)
    private String subject;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ATTACHMENT_ID")
    private ReturnDocument attachment;

    /** The number of what a mail to the shop tells of; null for mails that something refers to. */
    @Column(name = "ABOUT", length = 40)
    private String about;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", nullable = false, length = 20)
    private MailState state = MailState.QUEUED;

    @Column(name = "ATTEMPTS", nullable = false)
    private int attempts;

    @Enumerated(EnumType.STRING)
    @Column(name = "FAILURE", length = 20)
    private MailFailure failure;

    @Column(name = "LAST_ERROR", length = MAXIMUM_ERROR_LENGTH)
    private String lastError;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "QUEUED_AT", nullable = false)
    private Date queuedAt;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "SENT_AT")
    private Date sentAt;

    @Version
    @Column(name = "VERSION", nullable = false)
    private int version;

    /** For the persistence provider. */
    protected OutgoingMail() {
    }

    OutgoingMail(String messageId, String sender, MailContent content, ReturnDocument attachment, Date queuedAt) {
        this.messageId = messageId;
        this.sender = sender;
        this.recipient = content.recipient();
        this.subject = content.subject();
        this.attachment = attachment;
        this.queuedAt = queuedAt;
    }

    void markSent(Date when) {
        state = MailState.SENT;
        attempts++;
        sentAt = when;
        failure = null;
        lastError = null;
    }

    /** Notes a failed attempt; after the last one the mail counts as failed. */
    void markAttemptFailed(MailFailure why, String error, int maximumAttempts) {
        if (state == MailState.BLANKED) {
            return;
        }
        attempts++;
        failure = why;
        lastError = error.length() > MAXIMUM_ERROR_LENGTH ? error.substring(0, MAXIMUM_ERROR_LENGTH) : error;
        if (attempts >= maximumAttempts) {
            state = MailState.FAILED;
        }
    }

    /** Notes that the address cannot be written, so that trying is no use: the mail counts as failed. */
    void markUnwritable() {
        markAttemptFailed(MailFailure.UNWRITABLE_ADDRESS, WireAddress.UNWRITABLE, 0);
    }

    /**
     * Lets a failed mail be tried again from the start.
     *
     * @param address where it goes now
     * @throws IllegalStateException if it has not failed
     * @throws IllegalArgumentException if the address cannot be written safely
     */
    void requeue(String address) {
        if (state != MailState.FAILED) {
            throw new IllegalStateException("Mail " + id + " is " + state);
        }
        if (!WireAddress.isWritable(address)) {
            throw new IllegalArgumentException("Mail " + id + " cannot be sent to an address that cannot be written");
        }
        recipient = address;
        state = MailState.QUEUED;
        attempts = 0;
    }

    /** Lets it wait until it is {@linkplain #release released}. */
    void hold() {
        state = MailState.HELD;
    }

    /** Lets a held mail never go out. */
    void drop() {
        state = MailState.DROPPED;
    }

    /**
     * Lets a held mail go out; it counts as queued at this moment, since others may have gone out before it. To an address that cannot be
     * written safely it has failed.
     */
    void release(String address, Date when) {
        recipient = address;
        state = MailState.QUEUED;
        queuedAt = when;
        if (!WireAddress.isWritable(address)) {
            markUnwritable();
        }
    }

    void setAbout(String number) {
        about = number;
    }

    String getAbout() {
        return about;
    }

    /** Keeps that there was a mail, and nothing of to whom; its body is deleted with it. One that was not sent never will be. */
    void blank() {
        recipient = "";
        subject = "";
        attachment = null;
        failure = null;
        lastError = null;
        if (state != MailState.SENT) {
            state = MailState.BLANKED;
        }
    }

    MailContent content(MailBody body) {
        return new MailContent(recipient, subject, body.html(), body.text());
    }

    public Long getId() {
        return id;
    }

    /** The Message-ID header, the same at every attempt, by which a receiver can tell a repetition. */
    public String getMessageId() {
        return messageId;
    }

    /** Who it is from, an address or {@code Name <address>}. */
    String getSender() {
        return sender;
    }

    public String getRecipient() {
        return recipient;
    }

    public String getSubject() {
        return subject;
    }

    public ReturnDocument getAttachment() {
        return attachment;
    }

    public MailState getState() {
        return state;
    }

    public int getAttempts() {
        return attempts;
    }

    /** Why the last attempt failed; null if none did. */
    public MailFailure getFailure() {
        return failure(failure, lastError);
    }

    /** Of mails that failed before reasons were told apart nothing but the error is known. */
    static MailFailure failure(MailFailure failure, String lastError) {
        return failure == null && lastError != null ? MailFailure.UNKNOWN : failure;
    }

    /** What the mail server or the network said at the last failed attempt, for whoever runs the shop; null if none failed. */
    public String getLastError() {
        return lastError;
    }

    Date getQueuedAt() {
        return queuedAt;
    }

    public Date getSentAt() {
        return sentAt;
    }
}
