package org.broadleafreturns.core.refund;

import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.broadleafreturns.core.platform.IssuedVoucher;
import org.broadleafreturns.core.request.StatementChannel;

/** The voucher that a refund gives instead of money, for all of its amount. Whether it was used, the shop is asked whenever it matters. */
@Entity
@Table(name = "RTN_VOUCHER")
class Voucher {

    /** Its refund's own. */
    @Id
    @Column(name = "REFUND_ID")
    private Long refundId;

    /** By which the shop finds it again. */
    @Column(name = "REFERENCE", nullable = false, updatable = false, length = RefundPayment.REFERENCE_LENGTH)
    private String reference;

    @Column(name = "CODE", nullable = false, updatable = false, length = RefundPayment.REFERENCE_LENGTH)
    private String code;

    /** To what the shopper has agreed, or how they have; null once they are forgotten. */
    @Column(name = "AGREEMENT", length = Refund.TEXT_LENGTH)
    private String agreement;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "AGREED_AT", nullable = false, updatable = false)
    private Date agreedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "AGREED_BY", nullable = false, updatable = false, length = 10)
    private StatementChannel agreedBy;

    /** Since when nobody can use it, though nobody had; null while it can be used, or was. */
    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "ENDED_AT")
    private Date endedAt;

    /** For the persistence provider. */
    protected Voucher() {
    }

    Voucher(Long refundId, IssuedVoucher issued, VoucherAgreement agreement) {
        this.refundId = refundId;
        this.reference = issued.reference();
        this.code = issued.code();
        this.agreement = agreement.text();
        this.agreedAt = agreement.at();
        this.agreedBy = agreement.by();
    }

    void end(Date when) {
        endedAt = when;
    }

    /** @param used whether the shop says so; then it is, whatever was meant to end it */
    VoucherState state(boolean used) {
        return used ? VoucherState.USED : endedAt == null ? VoucherState.ISSUED : VoucherState.ENDED;
    }

    VoucherAgreement agreement() {
        return new VoucherAgreement(agreement, agreedAt, agreedBy);
    }

    Long getRefundId() {
        return refundId;
    }

    String getReference() {
        return reference;
    }

    String getCode() {
        return code;
    }

    Date getEndedAt() {
        return endedAt;
    }
}
