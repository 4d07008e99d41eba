package org.broadleafreturns.site.refund;

import java.math.BigDecimal;
import java.util.ArrayList;
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
 * A refund as its shopper sees it, or the part of it that was paid back, is on its way, or of which nobody knows. Public for the templates.
 *
 * @param amount what was paid back, or is on its way, or may be
 * @param at when it was paid back; null where it was not yet
 * @param checked whether nobody knows what has become of it
 * @param voucher what has become of the voucher that it gives; null where it is money
 * @param ways by which means, a line of text for each
 * @param beside what it is made of beside the articles, a line of text each
 */
public record ShownRefund(String amount, Date at, boolean checked, VoucherState voucher, List<String> ways, List<String> beside) {

    public ShownRefund {
        ways = List.copyOf(ways);
        beside = List.copyOf(beside);
    }

    /** What of it was paid back, and apart from that what is on its way, and of what nobody knows; nothing of what was refused. */
    static List<ShownRefund> of(RefundView refund, RefundWords said, VoucherWords vouchers, Locale reader) {
        List<String> beside = said.beside(refund.amounts(), refund.currency(), reader);
        VoucherView voucher = refund.voucher();
        if (voucher != null) {
            String amount = refund.total().shownTo(reader);
            return List.of(
                new ShownRefund(amount, refund.createdAt(), false, voucher.state(), vouchers.of(amount, voucher, reader), beside));
        }
        List<ShownRefund> shown = new ArrayList<>();
        for (RefundState state : new RefundState[] {RefundState.DONE, RefundState.PENDING, RefundState.UNKNOWN}) {
            List<RefundView.Part> parts = refund.payments().stream().filter(part -> part.state() == state).toList();
            if (!parts.isEmpty()) {
                shown.add(of(refund, parts, state, shown.isEmpty() ? beside : List.of(), said, reader));
            }
        }
        return shown;
    }

    private static ShownRefund of(RefundView refund, List<RefundView.Part> parts, RefundState state, List<String> beside,
            RefundWords said, Locale reader) {
        BigDecimal amount = parts.stream().map(RefundView.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ShownRefund(new Amount(amount, refund.currency()).shownTo(reader),
            state == RefundState.DONE ? parts.get(parts.size() - 1).at() : null, state == RefundState.UNKNOWN, null,
            parts.stream().map(part -> said.way(refund.of(part).shownTo(reader), part.means(),
                said.payment(part.paymentType(), part.paymentHint(), reader), reader)).toList(), beside);
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
