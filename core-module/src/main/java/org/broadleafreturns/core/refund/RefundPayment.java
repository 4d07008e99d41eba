package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import javax.persistence.Version;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.OrderPaid;

/**
 * The part of a refund that goes back to one capture of one payment. Through a gateway, it is asked for at most once a try: whoever asks
 * has noted before that they do, and what has no answer afterwards is unknown.
 */
@Entity
@Table(name = "RTN_REFUND_PAYMENT")
@TableGenerator(name = "RtnRefundPayment", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_REFUND_PAYMENT", allocationSize = 10)
class RefundPayment {

    /** How long the words of a gateway can be, in characters. */
    private static final int WORDS_LENGTH = 1000;
    /** The same of a reference. */
    static final int REFERENCE_LENGTH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnRefundPayment")
    @Column(name = "REFUND_PAYMENT_ID")
    private Long id;

    @Column(name = "REFUND_ID", nullable = false, updatable = false)
    private Long refundId;

    @Column(name = "ORDER_ID", nullable = false, updatable = false)
    private Long orderId;

    /** The platform's identifier of the payment. */
    @Column(name = "PAYMENT_ID", nullable = false, updatable = false)
    private Long paymentId;

    /** The platform's identifier of the transaction that took the money. */
    @Column(name = "CAPTURE_ID", nullable = false, updatable = false)
    private Long captureId;

    /** The back-office user who wants it: who has decided it, or has tried it again since; null for the system. */
    @Column(name = "ACTOR_ID")
    private Long actorId;

    @Column(name = "PAYMENT_TYPE", nullable = false, updatable = false)
    private String paymentType;

    @Column(name = "PAYMENT_HINT", updatable = false)
    private String paymentHint;

    @Enumerated(EnumType.STRING)
    @Column(name = "MEANS", nullable = false, length = 20)
    private RefundMeans means;

    @Column(name = "AMOUNT", nullable = false, updatable = false, precision = 19, scale = 5)
    private BigDecimal amount;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", nullable = false, length = 10)
    private RefundState state = RefundState.PENDING;

    /** How often it was tried, or is just now. */
    @Column(name = "TRIES", nullable = false)
    private int tries = 1;

    /** When the gateway was asked; null while it was not. */
    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "ASKED_AT")
    private Date askedAt;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "SETTLED_AT")
    private Date settledAt;

    /** What the gateway said last, or null. */
    @Column(name = "GATEWAY_WORDS", length = WORDS_LENGTH)
    private String words;

    /** By which a refund made elsewhere is found there, or null. */
    @Column(name = "REFERENCE", length = REFERENCE_LENGTH)
    private String reference;

    /** The day on which it was paid elsewhere, at noon, or null. */
    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "PAID_ON")
    private Date paidOn;

    /** How the shopper has agreed to another means than that of the payment, or null. */
    @Column(name = "AGREEMENT", length = Refund.TEXT_LENGTH)
    private String agreement;

    /** The back-office user who said what became of it; null where nobody had to. */
    @Column(name = "DECIDED_BY")
    private Long decidedBy;

    /** When the gateway has last said that it has paid what counts as something else: see {@link RefundOutcome}; null where it has not. */
    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "CONTRADICTED_AT", updatable = false)
    private Date contradictedAt;

    /** The platform's identifier of the transaction that records it, or null. */
    @Column(name = "TRANSACTION_ID")
    private Long transactionId;

    @Version
    @Column(name = "VERSION", nullable = false)
    private int version;

    /** For the persistence provider. */
    protected RefundPayment() {
    }

    private RefundPayment(Refund refund, OrderPaid paid, CapturedAmount capture, BigDecimal amount, RefundMeans means) {
        this.refundId = refund.getId();
        this.orderId = refund.getOrderId();
        this.actorId = refund.getActorId();
        this.paymentId = paid.paymentId();
        this.captureId = capture.transactionId();
        this.paymentType = paid.type();
        this.paymentHint = paid.hint();
        this.amount = amount;
        this.means = means;
    }

    /** One to be asked of the gateway. */
    static RefundPayment throughGateway(Refund refund, OrderPaid paid, CapturedAmount capture, BigDecimal amount) {
        return new RefundPayment(refund, paid, capture, amount, RefundMeans.GATEWAY);
    }

    /** One that was made elsewhere. */
    static RefundPayment elsewhere(Refund refund, OrderPaid paid, CapturedAmount capture, BigDecimal amount, MadeElsewhere how) {
        RefundPayment payment = new RefundPayment(refund, paid, capture, amount, how.means());
        payment.note(how);
        return payment;
    }

    private void note(MadeElsewhere how) {
        means = how.means();
        reference = how.reference();
        paidOn = how.paidOn();
        agreement = how.agreement();
    }

    /** By which a gateway can tell that the same try is asked for again. */
    String key() {
        return "rtn-" + id + "-" + tries;
    }

    /** What is kept of what a gateway has said; null for nothing. */
    static String kept(String said) {
        return said == null || said.isBlank() ? null : Characters.beginning(Characters.replaced(said), WORDS_LENGTH);
    }

    /** What became of it, by whatever knows: the gateway's answer, the time limit. */
    void settle(RefundState outcome, String said, Date when) {
        state = outcome;
        words = kept(said);
        settledAt = when;
    }

    /** What a person says that became of it. */
    void settle(RefundState outcome, Long person, Date when) {
        state = outcome;
        decidedBy = person;
        settledAt = when;
    }

    /** The platform's transaction that records it. */
    void recordedAs(Long transaction) {
        transactionId = transaction;
    }

    /** Lets it be asked for once more, as that person wants. */
    void tryAgain(Long person) {
        if (state != RefundState.FAILED) {
            throw new IllegalStateException("Refund payment " + id + " is " + state);
        }
        state = RefundState.PENDING;
        actorId = person;
        tries++;
        askedAt = null;
        settledAt = null;
        words = null;
        decidedBy = null;
    }

    /** That person has paid it back elsewhere, since its gateway has refused. */
    void payElsewhere(MadeElsewhere how, Long person, Date when) {
        if (state != RefundState.FAILED) {
            throw new IllegalStateException("Refund payment " + id + " is " + state);
        }
        note(how);
        actorId = person;
        words = null;
        settle(RefundState.DONE, person, when);
    }

    /** Whether it went another way than the shopper would be told, where a mail waits for it. */
    boolean isOtherThanTold() {
        return askedAt != null && means.needsAgreement();
    }

    Long getId() {
        return id;
    }

    Long getRefundId() {
        return refundId;
    }

    Long getPaymentId() {
        return paymentId;
    }

    Long getCaptureId() {
        return captureId;
    }

    String getPaymentType() {
        return paymentType;
    }

    String getPaymentHint() {
        return paymentHint;
    }

    RefundMeans getMeans() {
        return means;
    }

    BigDecimal getAmount() {
        return amount;
    }

    RefundState getState() {
        return state;
    }

    Date getAskedAt() {
        return askedAt;
    }

    Date getSettledAt() {
        return settledAt;
    }

    String getWords() {
        return words;
    }

    String getReference() {
        return reference;
    }

    Date getPaidOn() {
        return paidOn;
    }

    String getAgreement() {
        return agreement;
    }

    /** Whether the gateway has said of a try that it has paid, and the part goes on as if it had not. */
    boolean isContradicted() {
        return contradictedAt != null;
    }

    /** The same where nobody has recorded since that it was paid back: somebody has to look. */
    boolean isDoubtful() {
        return isContradicted() && !(state == RefundState.DONE && means.isElsewhere() && !settledAt.before(contradictedAt));
    }
}
