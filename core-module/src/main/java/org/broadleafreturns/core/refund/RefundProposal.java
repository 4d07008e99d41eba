package org.broadleafreturns.core.refund;

import java.util.Currency;
import java.util.List;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.platform.ArticleDetails;

/**
 * What could be refunded of a return, for whoever decides it. Public for the templates.
 *
 * @param lines line by line
 * @param deliveryPaid what was paid for the outward delivery
 * @param deliveryLeft what of it is not refunded
 * @param delivery what is proposed of it
 * @param cap no refund is greater
 * @param otherwise what was paid back otherwise: of what goes beyond the cap that much can be taken off
 * @param voucher whether it can be a voucher
 */
public record RefundProposal(List<Line> lines, Amount deliveryPaid, Amount deliveryLeft, Amount delivery, Amount cap,
        Amount otherwise, OrderRefunds payments, Voucher voucher) {

    public RefundProposal {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param article its name as it was sold
     * @param details what tells it from others of its name
     * @param accepted units that were accepted; of a return that is not decided, all that were asked for
     * @param refunded of these, how many count as refunded
     * @param worths what the next units are worth: none, one, two … as they stand in a field
     * @param price of all ordered units before discounts, with their number, and what discounts and tax made of it
     */
    public record Line(Long id, String article, ArticleDetails details, int accepted, int refunded, List<String> worths,
            Price price) {

        public Line {
            worths = List.copyOf(worths);
        }

        /** How many units can be refunded now, if so many were accepted. */
        public int most() {
            return Math.max(0, Math.min(accepted - refunded, worths.size() - 1));
        }

        /** The greatest of them, as they stand in a script. */
        public String worthsInOne() {
            return String.join(" ", worths);
        }
    }

    /**
     * Whether a voucher can be given instead of money.
     *
     * @param wanted whether that is what the return's refund type gives
     * @param agreed what the shopper has agreed to on the request form, or null
     * @param currency in which vouchers are; null where there are none
     * @param possible whether they are in the order's currency
     */
    public record Voucher(boolean wanted, VoucherAgreement agreed, Currency currency, boolean possible) {

        static Voucher of(VoucherTerms terms, Currency order) {
            return new Voucher(terms.wanted(), terms.agreed(), terms.currency(), order.equals(terms.currency()));
        }
    }

    /** What was paid for all units of the order's line. */
    public record Price(int units, Amount price, Amount discount, Amount tax, Amount paid) {
    }

    /** Whether any unit can be refunded. */
    public boolean isAnythingLeft() {
        return lines.stream().anyMatch(line -> line.most() > 0);
    }
}
