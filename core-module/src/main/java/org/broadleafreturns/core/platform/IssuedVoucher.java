package org.broadleafreturns.core.platform;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A voucher that was just issued.
 *
 * @param reference by which the shop finds it again; at most 100 characters
 * @param code what the shopper types to use it, or finds it by; at most 100 characters
 */
@ForIntegrators
public record IssuedVoucher(String reference, String code) {
}
