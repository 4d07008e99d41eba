package org.broadleafreturns.core.refund;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A voucher that a refund gives, as pages show it. Public for the templates.
 *
 * @param code what the shopper types to use it
 * @param agreement that they wanted one
 */
@ForIntegrators
public record VoucherView(String code, VoucherState state, VoucherAgreement agreement) {
}
