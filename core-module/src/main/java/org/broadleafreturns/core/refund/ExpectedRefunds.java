package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.money.Money;
import org.broadleafreturns.core.choice.RefundBehaviour;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.platform.ShopMoney;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.StatedBasis;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;
import org.springframework.transaction.annotation.Transactional;

/**
 * What shoppers are told of money before anybody has decided: what they paid for articles, and what comes back if all that they ask to
 * return arrives and is accepted. Nothing where the shop shows no amounts, or where no money comes back. On a withdrawal money does,
 * whatever was asked for instead, and outward delivery with what makes the order whole: directive 2011/83/EU, article 13 (1).
 *
 * <p>Returns of one article are counted in the sequence in which they were made, so that what one is expected to bring does not change
 * with those after it, and all together bring what was paid.
 */
@ForIntegrators
@Transactional(value = "blTransactionManager", readOnly = true)
public class ExpectedRefunds {

    private final ShopMoney money;
    private final RefundBases bases;
    private final RefundTerms terms;
    private final ReturnLookup returns;
    private final ReturnChoices choices;
    private final Settings settings;
    private final Setting<Boolean> amountsShown;

    ExpectedRefunds(ShopMoney money, RefundBases bases, RefundTerms terms, ReturnLookup returns, ReturnChoices choices,
            Settings settings, Setting<Boolean> amountsShown) {
        this.money = money;
        this.bases = bases;
        this.terms = terms;
        this.returns = returns;
        this.choices = choices;
        this.settings = settings;
        this.amountsShown = amountsShown;
    }

    /**
     * What was paid for all units of an order's lines, by identifier of the order item. Those that cost nothing, or of which nobody
     * knows, are missing.
     */
    public Map<Long, Money> paid(Long orderId) {
        Map<Long, Money> paid = new HashMap<>();
        if (settings.get(amountsShown)) {
            money.of(orderId).ifPresent(order -> order.lines().values().stream().filter(line -> line.paid().signum() > 0)
                .forEach(line -> paid.put(line.itemId(), new Money(line.paid(), order.currency()))));
        }
        return paid;
    }

    /**
     * What a request would bring that is not sent yet.
     *
     * @param units by identifier of the order item
     */
    public Optional<Money> of(Long orderId, Map<Long, Integer> units, String refundType) {
        return settings.get(amountsShown) ? of(orderId, null, units, refundType, StatedBasis.VOLUNTARY) : Optional.empty();
    }

    /** What a return that nobody has decided on is expected to bring; empty for all others. */
    public Optional<Money> of(ReturnView shown) {
        return shown.status().isRunning() && settings.get(amountsShown) ? of(shown.orderId(), shown.id(),
            shown.lines().stream().collect(Collectors.toMap(LineView::orderItemId, LineView::quantityRequested, Integer::sum)),
            shown.refundType(), shown.stated()) : Optional.empty();
    }

    /** The same of a return that is being made. */
    public Optional<Money> of(ReturnRequest request) {
        return settings.get(amountsShown) ? toShop(request) : Optional.empty();
    }

    /** The same for the shop itself, which may know of amounts that it does not show. */
    Optional<Money> toShop(ReturnRequest request) {
        return of(request.getOrderId(), request.getId(), request.getLines().stream()
            .collect(Collectors.toMap(ReturnLine::getOrderItemId, ReturnLine::getQuantityRequested, Integer::sum)),
            request.getRefundType(), request.getStatedBasis());
    }

    /** What units of an order's lines would bring by a request that is not sent yet; empty where the shop shows no amounts. */
    public Optional<ExpectedUnits> units(Long orderId) {
        return settings.get(amountsShown) ? units(orderId, null) : Optional.empty();
    }

    /** Whether money comes back by a refund type, rather than a voucher or another article. */
    public boolean bringsMoney(String refundType) {
        return choices.refundBehaviour(refundType) == RefundBehaviour.MONEY;
    }

    private Optional<Money> of(Long orderId, Long returnId, Map<Long, Integer> units, String refundType, StatedBasis stated) {
        return stated.isWithdrawal() || bringsMoney(refundType)
            ? units(orderId, returnId).map(expected -> stated.isWithdrawal()
                ? expected.of(units).add(expected.money(delivery(orderId, returnId, units, stated))) : expected.of(units))
                .filter(sum -> sum.getAmount().signum() > 0)
            : Optional.empty();
    }

    private BigDecimal delivery(Long orderId, Long returnId, Map<Long, Integer> units, StatedBasis stated) {
        return bases.of(orderId, returnId, units.keySet(), true).map(basis -> terms.rules(stated).delivery(basis, units))
            .orElse(BigDecimal.ZERO);
    }

    /** What was refunded is held by the return that it was refunded for. */
    private Optional<ExpectedUnits> units(Long orderId, Long returnId) {
        return money.of(orderId).map(order -> new ExpectedUnits(order, returns.takenBefore(orderId, returnId)));
    }
}
