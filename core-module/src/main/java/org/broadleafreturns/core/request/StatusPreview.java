package org.broadleafreturns.core.request;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import javax.persistence.MapKeyColumn;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.NamedTexts;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.WireAddress;

/**
 * A status change or a correction that a merchant has entered and not yet confirmed, with the mail as it would be sent. It changes
 * nothing until it is applied, works once, and is thrown away when it is too old.
 */
@Entity
@Table(name = "RTN_STATUS_PREVIEW")
@TableGenerator(name = "RtnStatusPreview", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_STATUS_PREVIEW", allocationSize = 10)
public class StatusPreview {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnStatusPreview")
    @Column(name = "PREVIEW_ID")
    private Long id;

    @Column(name = "TOKEN", nullable = false, unique = true, updatable = false, length = 36)
    private String token;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "REQUEST_ID", nullable = false, updatable = false)
    private ReturnRequest request;

    @Column(name = "REQUEST_VERSION", nullable = false, updatable = false)
    private int requestVersion;

    @Column(name = "MERCHANT_ID", nullable = false, updatable = false)
    private Long merchantId;

    /** What waits; null for a change of status. */
    @Column(name = "STEP_NAME", updatable = false, length = 20)
    private String step;

    @Enumerated(EnumType.STRING)
    @Column(name = "TO_STATUS", nullable = false, updatable = false, length = 30)
    private ReturnStatus to;

    @Column(name = "MESSAGE", updatable = false, length = ReturnRequest.TEXT_LENGTH)
    private String message;

    @Column(name = "NOTE", updatable = false, length = ReturnRequest.TEXT_LENGTH)
    private String note;

    @ElementCollection
    @CollectionTable(name = "RTN_STATUS_PREVIEW_LINE", joinColumns = @JoinColumn(name = "PREVIEW_ID"))
    @MapKeyColumn(name = "LINE_ID")
    @Column(name = "QUANTITY_ACCEPTED", nullable = false)
    private Map<Long, Integer> acceptedByLine = new HashMap<>();

    /** What was typed for parts, by the names of their inputs; null where nothing was. */
    @Column(name = "INPUTS", updatable = false, length = Integer.MAX_VALUE - 1)
    private String inputs;

    /** The same of previews of before, row by row. */
    @ElementCollection
    @CollectionTable(name = "RTN_PREVIEW_INPUT", joinColumns = @JoinColumn(name = "PREVIEW_ID"))
    @MapKeyColumn(name = "INPUT_NAME", length = StepParts.NAME_LENGTH)
    @Column(name = "INPUT_VALUE", nullable = false, length = ReturnRequest.TEXT_LENGTH)
    private Map<String, String> inputsOfBefore = new HashMap<>();

    /** How many these are, so that they are read only where there are any. */
    @Column(name = "INPUT_COUNT", nullable = false, updatable = false)
    private int inputCount;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "LABEL_ID", updatable = false)
    private ReturnDocument label;

    @Column(name = "RECIPIENT", updatable = false)
    private String recipient;

    @Column(name = "SUBJECT", updatable = false, length = 500)
    private String subject;

    @Column(name = "HTML_BODY", updatable = false, length = Integer.MAX_VALUE - 1)
    private String html;

    @Column(name = "TEXT_BODY", updatable = false, length = Integer.MAX_VALUE - 1)
    private String text;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "CREATED_AT", nullable = false, updatable = false)
    private Date createdAt;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "APPLIED_AT")
    private Date appliedAt;

    /** For the persistence provider. */
    protected StatusPreview() {
    }

    private StatusPreview(String token, ReturnRequest request, ReturnStatus to, Actor merchant, MailContent mail, Date createdAt) {
        this.token = token;
        this.request = request;
        this.requestVersion = request.getVersion();
        this.merchantId = merchant.id();
        this.to = to;
        if (mail != null) {
            this.recipient = mail.recipient();
            this.subject = mail.subject();
            this.html = mail.html();
            this.text = mail.text();
        }
        this.createdAt = createdAt;
    }

    /** @param change with the inputs of parts alone */
    StatusPreview(String token, ReturnRequest request, StatusChange change, Actor merchant, ReturnDocument label,
            MailContent mail, Date createdAt) {
        this(token, request, change.to(), merchant, mail, createdAt);
        this.message = Texts.orNull(change.message());
        this.note = Texts.orNull(change.note());
        if (change.to() == ReturnStatus.PARTIALLY_ACCEPTED) {
            this.acceptedByLine.putAll(change.acceptedByLine());
        }
        this.inputs = change.inputs().isEmpty() ? null : NamedTexts.written(change.inputs());
        this.label = label;
    }

    /** @param to the status that the return would have then */
    StatusPreview(String token, ReturnRequest request, Correction correction, ReturnStatus to, Actor merchant, MailContent mail,
            Date createdAt) {
        this(token, request, to, merchant, mail, createdAt);
        this.step = CorrectionStep.NAME;
        this.message = Texts.orNull(correction.message());
        this.note = Texts.orNull(correction.note());
        this.inputs = NamedTexts.written(correction.inputs());
    }

    /** The step of a feature, which leaves the status as it is. */
    StatusPreview(String token, ReturnRequest request, String step, Map<String, String> inputs, String message, Actor merchant,
            MailContent mail, Date createdAt) {
        this(token, request, request.getStatus(), merchant, mail, createdAt);
        this.step = step;
        this.message = Texts.orNull(message);
        this.inputs = inputs.isEmpty() ? null : NamedTexts.written(inputs);
    }

    void markApplied(Date when) {
        appliedAt = when;
    }

    boolean isApplied() {
        return appliedAt != null;
    }

    Long getId() {
        return id;
    }

    /** The random text by which the merchant confirms. */
    public String getToken() {
        return token;
    }

    public ReturnRequest getRequest() {
        return request;
    }

    Long getMerchantId() {
        return merchantId;
    }

    /** The status that the return would have. */
    public ReturnStatus getTo() {
        return to;
    }

    /** How the lines would stand; empty if the change is not about goods. */
    public List<GoodsOfLine> getGoods() {
        return !isStatusChange() ? List.of() : new EnteredGoods(request, getChange()).goods();
    }

    /** What was in the parcel that nobody had asked to return, or null. */
    public String getSomethingElse() {
        return !isStatusChange() ? null : new EnteredGoods(request, getChange()).somethingElse();
    }

    /** What would be changed. */
    StatusChange getChange() {
        // Read only where there can be any.
        Map<Long, Integer> accepted = to == ReturnStatus.PARTIALLY_ACCEPTED ? acceptedByLine : Map.of();
        return new StatusChange(request.getNumber(), requestVersion, to, message, note, accepted, null,
            inputs != null ? NamedTexts.read(inputs) : inputCount == 0 ? Map.of() : inputsOfBefore);
    }

    /** Whether a change of status waits. */
    boolean isStatusChange() {
        return step == null;
    }

    /** Whether the step of that name waits. */
    boolean isOf(String name) {
        return name.equals(step);
    }

    /** What was typed for the step of a feature, by the names of its inputs. */
    Map<String, String> getInputs() {
        return inputs == null ? Map.of() : NamedTexts.read(inputs);
    }

    int getRequestVersion() {
        return requestVersion;
    }

    String getMessage() {
        return message;
    }

    /** Whether it is a correction that waits. */
    public boolean isCorrection() {
        return CorrectionStep.NAME.equals(step);
    }

    /** What would be put right. */
    Correction getCorrection() {
        return Correction.of(request.getNumber(), requestVersion, NamedTexts.read(inputs), note, message);
    }

    Map<Long, Integer> getAcceptedByLine() {
        return acceptedByLine;
    }

    /** The label that would be sent, or null. */
    public ReturnDocument getLabel() {
        return label;
    }

    /** Whether it is about a label that is not there, so that there is no mail: the merchant has given it in another way. */
    public boolean lacksLabel() {
        return isStatusChange() && StatusChangeService.lacksLabel(to, label);
    }

    /** What stands against sending its mail. */
    List<Objection> objectionsToMail() {
        if (lacksLabel()) {
            return List.of(Objection.general("rtn.objection.mail.noLabel"));
        }
        if (recipient == null) {
            return List.of(Objection.general("rtn.objection.mail.noRecipient"));
        }
        return isMailable() ? List.of() : List.of(Objection.general("rtn.objection.mail.unwritable", recipient));
    }

    /** Whether there is a mail, to an address that a mail server can be told. */
    public boolean isMailable() {
        return recipient != null && WireAddress.isWritable(recipient);
    }

    /** The mail as it would be sent, or null if no address of the customer is known or the label is missing. */
    public MailContent getMail() {
        return recipient == null ? null : new MailContent(recipient, subject, html, text);
    }
}
