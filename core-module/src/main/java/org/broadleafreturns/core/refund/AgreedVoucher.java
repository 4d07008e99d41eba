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
import org.broadleafreturns.core.request.StatementChannel;

/** That a shopper has chosen a voucher when they asked for a return, in the words that they read then. Written once. */
@Entity
@Table(name = "RTN_VOUCHER_AGREEMENT")
class AgreedVoucher {

    @Id
    @Column(name = "REQUEST_ID")
    private Long requestId;

    @Column(name = "AGREEMENT", nullable = false, updatable = false, length = Refund.TEXT_LENGTH)
    private String words;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "AGREED_AT", nullable = false, updatable = false)
    private Date agreedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "AGREED_BY", nullable = false, updatable = false, length = 10)
    private StatementChannel agreedBy;

    /** For the persistence provider. */
    protected AgreedVoucher() {
    }

    AgreedVoucher(Long requestId, VoucherAgreement agreement) {
        this.requestId = requestId;
        this.words = agreement.text();
        this.agreedAt = agreement.at();
        this.agreedBy = agreement.by();
    }

    VoucherAgreement agreement() {
        return new VoucherAgreement(words, agreedAt, agreedBy);
    }
}
