package org.broadleafreturns.core.refund;

import java.util.Date;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.request.StatementChannel;

/**
 * That a shopper takes a voucher instead of money, which has to be express (directive 2011/83/EU, article 13, paragraph 1). Public for the
 * templates.
 *
 * @param text what they have agreed to, or how, as a merchant writes it; null once they are forgotten
 * @param at when; where a merchant says so, noon of the day
 * @param by which way; on the request form it is {@link StatementChannel#ONLINE}
 */
@ForIntegrators
public record VoucherAgreement(String text, Date at, StatementChannel by) {
}
