package org.broadleafreturns.core.refund;

import java.util.Currency;

/**
 * Whether a return can be refunded by a voucher.
 *
 * @param wanted whether that is what its refund type gives: then whoever refunds has to say whether it is one
 * @param agreed what the shopper has agreed to on the request form, or null
 * @param currency in which vouchers are issued; null where none are
 */
record VoucherTerms(boolean wanted, VoucherAgreement agreed, Currency currency) {

    /** Of a shop that issues none. */
    static final VoucherTerms NONE = new VoucherTerms(false, null, null);
}
