package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.platform.PaidLine;
import org.broadleafreturns.core.platform.ShopMoney;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.transaction.annotation.Transactional;

/** What pages read of refunds, in as many queries for many returns as for one. */
@Transactional(value = "blTransactionManager", readOnly = true)
public class RefundViews {

    private final RefundBases bases;
    private final ShopMoney money;
    private final Refunds refunds;
    private final RefundPayments payments;
    private final RefundDues dues;
    private final RefundTerms terms;
    private final RefundVouchers vouchers;
    private final ReturnChoices choices;
    private final ShopCalendar calendar;
    private final Clock clock;

    RefundViews(RefundBases bases, ShopMoney money, Refunds refunds, RefundPayments payments, RefundDues dues, RefundTerms terms,
            RefundVouchers vouchers, ReturnChoices choices, ShopCalendar calendar, Clock clock) {
        this.bases = bases;
        this.money = money;
        this.refunds = refunds;
        this.payments = payments;
        this.dues = dues;
        this.terms = terms;
        this.vouchers = vouchers;
        this.choices = choices;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The refunds of some returns, oldest first, by identifier of the return; those without any are missing. */
    public Map<Long, List<RefundView>> of(Collection<Long> returns) {
        List<Refund> found = returns.isEmpty() ? List.of() : refunds.findOfReturns(returns);
        if (found.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = found.stream().map(Refund::getId).toList();
        Map<Long, List<RefundPayment>> parts = payments.findOfRefunds(ids).stream()
            .collect(Collectors.groupingBy(RefundPayment::getRefundId));
        Map<Long, VoucherView> given = vouchers.of(ids);
        return found.stream().map(refund -> view(refund, parts.getOrDefault(refund.getId(), List.of()), given.get(refund.getId())))
            .collect(Collectors.groupingBy(RefundView::returnId));
    }

    /** What has been paid back of some returns so far, by identifier of the return; those of which nothing was are missing. */
    public Map<Long, Amount> paidBack(Collection<Long> returns) {
        return returns.isEmpty() ? Map.of() : refunds.sumDone(returns).stream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> new Amount((BigDecimal) row[2], Currency.getInstance((String) row[1]))));
    }

    private static RefundView view(Refund refund, List<RefundPayment> parts, VoucherView voucher) {
        return new RefundView(refund.getId(), refund.getRequestId(), Currency.getInstance(refund.getCurrency()), refund.amounts(),
            refund.getDone(), refund.getState(), refund.getCreatedAt(), refund.getActorName(),
            parts.stream().map(part -> new RefundView.Part(part.getId(), part.getPaymentType(), part.getPaymentHint(), part.getMeans(),
                part.getAmount(), part.getState(), part.getWords(), part.getReference(), part.getSettledAt(),
                part.isDoubtful())).toList(), voucher);
    }

    /** Those of some returns of which a mail waits for a refund that is not made as it says, or of which nobody knows. */
    public Set<Long> withWaitingMail(Collection<Long> returns) {
        return returns.isEmpty() ? Set.of() : new HashSet<>(refunds.findWaiting(returns));
    }

    /** How the newest refund of a return stands at this moment, whatever was read of it before; empty if it has none. */
    public Optional<Standing> newest(Long returnId) {
        return refunds.findStates(returnId).stream().findFirst()
            .map(row -> new Standing((RefundState) row[0], ((BigDecimal) row[1]).signum() > 0));
    }

    /**
     * How a refund stands.
     *
     * @param paid whether some of it, or all, has been paid back
     */
    public record Standing(RefundState state, boolean paid) {
    }

    /** How the payments of an order stand. */
    public OrderRefunds ofOrder(Long orderId) {
        return money.of(orderId).map(paid -> OrderRefunds.of(paid, bases.payments(orderId), vouchers.standing(orderId)))
            .orElse(new OrderRefunds(null, false, List.of(), BigDecimal.ZERO));
    }

    /**
     * What could be refunded of a return.
     *
     * @param decided whether it is decided; else everything is proposed that was asked for, since nobody knows yet
     * @return empty where the platform does not say what was paid
     */
    public Optional<RefundProposal> proposal(ReturnView shown, boolean decided) {
        List<Long> items = shown.lines().stream().map(LineView::orderItemId).toList();
        RefundRules rules = terms.rules(shown.stated());
        Map<Long, Integer> accepted = shown.lines().stream().collect(Collectors.toMap(LineView::orderItemId,
            line -> decided ? line.quantityAccepted() : line.quantityRequested(), Integer::sum));
        return bases.of(shown.orderId(), shown.id(), items, rules.withdrawal()).map(basis -> new RefundProposal(
            shown.lines().stream().map(line -> line(line, decided ? line.quantityAccepted() : line.quantityRequested(), basis)).toList(),
            basis.amount(basis.money().delivery()), basis.amount(basis.deliveryLeft()), basis.amount(rules.delivery(basis, accepted)),
            basis.amount(basis.cap()), basis.amount(basis.paidOtherwise()),
            OrderRefunds.of(basis.money(), basis.payments(), basis.vouchers()),
            RefundProposal.Voucher.of(vouchers.terms(shown.id(), shown.refundType()), basis.money().currency())));
    }

    /** Until when the money of some returns has to be back, by identifier of the return; those of which nothing binds are missing. */
    public Map<Long, DueView> dues(Collection<ReturnView> returns) {
        List<ReturnView> paidBack = returns.stream().filter(shown -> dues.isPaidBack(shown.refundType(), shown.stated())).toList();
        Map<Long, RefundDues.Row> rows = dues.of(paidBack.stream().map(ReturnView::id).toList());
        Map<Long, DueView> views = new HashMap<>();
        paidBack.forEach(shown -> due(shown, rows.get(shown.id())).ifPresent(due -> views.put(shown.id(), due)));
        return views;
    }

    private Optional<DueView> due(ReturnView shown, RefundDues.Row row) {
        if (row == null) {
            return shown.status().isDecision() && shown.lines().stream().anyMatch(line -> line.quantityAccepted() > 0)
                ? Optional.of(new DueView(DueState.NOT_RECORDED, null)) : Optional.empty();
        }
        if (row.dueOn() != null) {
            return Optional.of(new DueView(clock.instant().isAfter(Instant.ofEpochMilli(row.dueOn().getTime())) ? DueState.LATE
                : DueState.DUE, calendar.dayOf(row.dueOn())));
        }
        return (shown.status().isRunning() || row.toRefund()) && shown.stated().isWithdrawal() && shown.stated().statedOn() != null
            ? Optional.of(new DueView(DueState.WITHHELD, RefundDue.lastDayAfter(shown.stated().statedOn()))) : Optional.empty();
    }

    private static RefundProposal.Line line(LineView line, int accepted, RefundBasis basis) {
        PaidLine paid = basis.money().lines().get(line.orderItemId());
        int most = basis.most(line.id(), line.orderItemId(), accepted);
        return new RefundProposal.Line(line.id(), line.articleName(), line.details(), accepted,
            basis.refundedByLine().getOrDefault(line.id(), 0),
            IntStream.rangeClosed(0, most).mapToObj(units -> basis.amount(basis.worth(line.orderItemId(), units)).typed()).toList(),
            paid == null ? null : new RefundProposal.Price(paid.quantity(), basis.amount(paid.price()), basis.amount(paid.discount()),
                basis.amount(paid.tax()), new Amount(paid.paid(), basis.money().currency())));
    }
}
