package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A refund of a return, as pages show it. Public for the templates.
 *
 * @param id the refund's identifier
 * @param amounts what it is made of
 * @param done what of it has been paid back
 * @param createdAt when it was decided
 * @param by who has decided it, for merchants
 * @param payments payment by payment; none where it gives a voucher
 * @param voucher what it gives instead, for all of it; null where it is money
 */
@ForIntegrators
public record RefundView(Long id, Long returnId, Currency currency, RefundAmounts amounts, BigDecimal done, RefundState state,
        Date createdAt, String by, List<Part> payments, VoucherView voucher) {

    public RefundView {
        payments = List.copyOf(payments);
    }

    /**
     * What of a refund goes to one payment.
     *
     * @param paymentType the code of the platform's payment type
     * @param paymentHint what tells it from others, or null
     * @param words what the gateway said, or null. For merchants alone
     * @param reference by which a refund made elsewhere is found there, or null
     * @param at when it was settled; null while it is not
     * @param doubtful whether the gateway has said too late that it has paid, and nobody has recorded that since
     */
    public record Part(Long id, String paymentType, String paymentHint, RefundMeans means, BigDecimal amount, RefundState state,
            String words, String reference, Date at, boolean doubtful) {
    }

    /** All of it. */
    public Amount total() {
        return new Amount(amounts.total(), currency);
    }

    /** What has been paid back. */
    public Amount paidBack() {
        return new Amount(done, currency);
    }

    /** What goes to one payment. */
    public Amount of(Part part) {
        return new Amount(part.amount(), currency);
    }
}
