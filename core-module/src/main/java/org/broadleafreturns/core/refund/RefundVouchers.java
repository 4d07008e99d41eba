package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.platform.IssuedVoucher;
import org.broadleafreturns.core.platform.ShopVouchers;
import org.broadleafreturns.core.request.ReturnRequest;

/** The vouchers that refunds give, under the order's turn where they are issued and ended. */
class RefundVouchers {

    private final Vouchers vouchers;
    private final Refunds refunds;
    private final VoucherAgreements agreements;
    private final ShopVouchers shop;

    RefundVouchers(Vouchers vouchers, Refunds refunds, VoucherAgreements agreements, ShopVouchers shop) {
        this.vouchers = vouchers;
        this.refunds = refunds;
        this.agreements = agreements;
        this.shop = shop;
    }

    /** Whether a return can be refunded by one. */
    VoucherTerms terms(Long requestId, String refundType) {
        return new VoucherTerms(agreements.isVoucher(refundType), agreements.of(requestId).orElse(null), shop.currency().orElse(null));
    }

    /** What the vouchers of an order come to that can be used, or were. */
    BigDecimal standing(Long orderId) {
        return standing(vouchers.findOfOrder(orderId));
    }

    /** The same of those that a user has given on a return. */
    BigDecimal givenBy(Long requestId, Long user) {
        return standing(vouchers.findGivenBy(requestId, user));
    }

    private BigDecimal standing(List<Object[]> all) {
        Set<String> ended = all.stream().filter(row -> row[1] != null).map(row -> (String) row[0]).collect(Collectors.toSet());
        // An order can be placed with one while it is ended.
        Set<String> used = ended.isEmpty() ? Set.of() : shop.used(ended);
        return all.stream().filter(row -> row[1] == null || used.contains((String) row[0])).map(row -> (BigDecimal) row[2])
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @return its code */
    String issue(ReturnRequest request, Refund refund, VoucherAgreement agreement, Date when) {
        IssuedVoucher issued = shop.issue(refund.getTotal(), request.getNumber(), when);
        vouchers.save(new Voucher(refund.getId(), issued, agreement));
        return issued.code();
    }

    /** What some refunds give that give one, by identifier of the refund. */
    Map<Long, VoucherView> of(Collection<Long> refunds) {
        List<Voucher> found = refunds.isEmpty() ? List.of() : vouchers.findOfRefunds(refunds);
        Set<String> used = usedOf(found);
        return found.stream().collect(Collectors.toMap(Voucher::getRefundId, voucher -> new VoucherView(voucher.getCode(),
            voucher.state(used.contains(voucher.getReference())), voucher.agreement())));
    }

    private Set<String> usedOf(Collection<Voucher> some) {
        return some.isEmpty() ? Set.of() : shop.used(some.stream().map(Voucher::getReference).toList());
    }

    /** A voucher that is not ended, and whether it was used. */
    record Given(Amount amount, boolean used) {
    }

    /** What a return was given, oldest first. */
    List<Given> given(Long requestId) {
        List<Refund> made = refunds.findOfReturns(List.of(requestId));
        Map<Long, VoucherView> views = of(made.stream().map(Refund::getId).toList());
        return made.stream().filter(refund -> views.containsKey(refund.getId()))
            .filter(refund -> views.get(refund.getId()).state() != VoucherState.ENDED)
            .map(refund -> new Given(new Amount(refund.getTotal(), Currency.getInstance(refund.getCurrency())),
                views.get(refund.getId()).state() == VoucherState.USED)).toList();
    }

    /** Ends the voucher of a refund unless it was used, or gives none. */
    boolean endUnused(Refund refund, Date when) {
        Voucher voucher = vouchers.findOfRefunds(List.of(refund.getId())).stream().findFirst().orElse(null);
        if (voucher == null || voucher.state(usedOf(List.of(voucher)).contains(voucher.getReference())) != VoucherState.ISSUED) {
            return false;
        }
        shop.end(voucher.getReference(), refund.getOrderId(), when);
        voucher.end(when);
        return true;
    }
}
