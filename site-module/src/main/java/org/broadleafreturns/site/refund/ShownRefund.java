package org.broadleafreturns.site.refund;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.refund.RefundState;
import org.broadleafreturns.core.refund.RefundView;
import org.broadleafreturns.core.refund.RefundWords;
import org.broadleafreturns.core.refund.VoucherState;
import org.broadleafreturns.core.refund.VoucherView;
import org.broadleafreturns.core.refund.VoucherWords;

/**
 * A refund as its shopper sees it. Public for the templates.
 *
 * @param amount what was paid back, or is on its way
 * @param at when it was paid back; null while it is on its way
 * @param voucher what has become of the voucher that it gives; null where it is money
 * @param ways by which means, a line of text for each
 * @param beside what it is made of beside the articles, a line of text each
 */
public record ShownRefund(String amount, Date at, VoucherState voucher, List<String> ways, List<String> beside) {

    public ShownRefund {
        ways = List.copyOf(ways);
        beside = List.copyOf(beside);
    }

    static ShownRefund of(RefundView refund, RefundWords said, VoucherWords vouchers, Locale reader) {
        boolean done = refund.state() == RefundState.DONE;
        List<RefundView.Part> parts = refund.payments().stream().filter(part -> part.state() != RefundState.FAILED).toList();
        Amount amount = done || refund.state() != RefundState.FAILED ? refund.total() : refund.paidBack();
        VoucherView voucher = refund.voucher();
        List<String> ways = voucher != null ? vouchers.of(amount.shownTo(reader), voucher, reader)
            : parts.stream().map(part -> said.way(refund.of(part).shownTo(reader), part.means(),
                said.payment(part.paymentType(), part.paymentHint(), reader), reader)).toList();
        return new ShownRefund(amount.shownTo(reader), refund.state().isOpen() ? null
            : parts.stream().map(RefundView.Part::at).reduce((earlier, later) -> later).orElse(refund.createdAt()),
            voucher == null ? null : voucher.state(), ways, said.beside(refund.amounts(), refund.currency(), reader));
    }

    /** Whether it is a voucher that nobody can use any more, nor has. */
    public boolean isEnded() {
        return voucher == VoucherState.ENDED;
    }

    /** Whether it has been paid back. */
    public boolean isDone() {
        return at != null;
    }
}
