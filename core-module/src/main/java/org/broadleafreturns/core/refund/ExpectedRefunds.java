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
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.PaidLine;
import org.broadleafreturns.core.platform.ShopMoney;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;
import org.springframework.transaction.annotation.Transactional;

/**
 * What shoppers are told of money before anybody has decided: what they paid for articles, and what comes back if all that they ask to
 * return arrives and is accepted. Nothing where the shop shows no amounts, or where no money comes back.
 *
 * <p>Returns of one article are counted in the sequence in which they were made, so that what one is expected to bring does not change
 * with those after it, and all together bring what was paid.
 */
@ForIntegrators
@Transactional(value = "blTransactionManager", readOnly = true)
public class ExpectedRefunds {

    private final ShopMoney money;
    private final ReturnLookup returns;
    private final ReturnChoices choices;
    private final Settings settings;
    private final Setting<Boolean> amountsShown;

    ExpectedRefunds(ShopMoney money, ReturnLookup returns, ReturnChoices choices, Settings settings,
            Setting<Boolean> amountsShown) {
        this.money = money;
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
        return of(orderId, null, units, refundType);
    }

    /** What a return that nobody has decided on is expected to bring; empty for all others. */
    public Optional<Money> of(ReturnView shown) {
        return shown.status().isRunning() ? of(shown.orderId(), shown.id(),
            shown.lines().stream().collect(Collectors.toMap(LineView::orderItemId, LineView::quantityRequested, Integer::sum)),
            shown.refundType()) : Optional.empty();
    }

    /** The same of a return that is being made. */
    public Optional<Money> of(ReturnRequest request) {
        return of(request.getOrderId(), request.getId(), request.getLines().stream()
            .collect(Collectors.toMap(ReturnLine::getOrderItemId, ReturnLine::getQuantityRequested, Integer::sum)),
            request.getRefundType());
    }

    private Optional<Money> of(Long orderId, Long returnId, Map<Long, Integer> units, String refundType) {
        if (!settings.get(amountsShown) || choices.refundBehaviour(refundType) != RefundBehaviour.MONEY) {
            return Optional.empty();
        }
        return money.of(orderId).map(order -> {
            // What was refunded is held by the return that it was refunded for.
            Map<Long, Integer> before = returns.takenBefore(orderId, returnId);
            BigDecimal sum = units.entrySet().stream()
                .map(line -> worth(order, line.getKey(), line.getValue(), before.getOrDefault(line.getKey(), 0)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Money(sum, order.currency());
        }).filter(sum -> sum.getAmount().signum() > 0);
    }

    /** An order that was reduced since has fewer units than were asked for. */
    private static BigDecimal worth(OrderMoney order, Long item, int units, int before) {
        PaidLine line = order.lines().get(item);
        if (line == null || line.quantity() <= 0) {
            return BigDecimal.ZERO;
        }
        int counted = Math.min(units, line.quantity());
        return UnitWorth.of(line.paid(), line.quantity(), Math.min(before, line.quantity() - counted), counted, order.digits());
    }
}
