package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.broadleafreturns.core.platform.PricedLines.Delivered;

/**
 * {@link ShopMoney} over the amounts that Broadleaf's pricing has stored. What the catalogue wants today is never asked.
 *
 * <p>The platform keeps an item's share of the order's discounts and its tax with the fulfilment groups, and nowhere else. Only tables
 * are read of which an index leads to an order's rows.
 */
public class BroadleafMoney implements ShopMoney {

    private static final String PRICES = ".quantity, i.price, i.retailPrice, i.salePrice";

    private final EntityManager entityManager;

    public BroadleafMoney(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * An order before its lines are known.
     *
     * @param groups how many fulfilment groups it has
     * @param ownDelivery what the order itself says of the outward delivery
     * @param beside what is in the totals of the groups beside goods, delivery and taxes
     */
    private record Priced(Long id, String currency, BigDecimal total, BigDecimal subtotal, BigDecimal ownDelivery, long groups,
            BigDecimal delivery, BigDecimal deliveryTax, BigDecimal feeTax, BigDecimal beside) {

        Priced(Object[] row) {
            this((Long) row[0], (String) row[1], (BigDecimal) row[2], (BigDecimal) row[3], (BigDecimal) row[4],
                ((Number) row[5]).longValue(), (BigDecimal) row[6], (BigDecimal) row[7], (BigDecimal) row[8], (BigDecimal) row[9]);
        }

        /** Few orders have fees, and no index leads to them. */
        boolean hasFees() {
            return isSomething(feeTax) || isSomething(beside);
        }

        private static boolean isSomething(BigDecimal amount) {
            return amount != null && amount.signum() != 0;
        }

        OrderMoney with(Currency known, Map<Long, PaidLine> lines, BigDecimal fees) {
            int digits = digits(known);
            // An order that came from elsewhere may have nothing but its sums.
            BigDecimal charged = groups == 0 ? PricedItem.rounded(ownDelivery, digits)
                : PricedItem.rounded(delivery, digits).add(PricedItem.rounded(deliveryTax, digits));
            return new OrderMoney(id, known, lines, charged, PricedItem.rounded(fees, digits),
                total == null ? null : PricedItem.rounded(total, digits));
        }
    }

    /** An item of an order itself, or of a set. */
    private record Placed(Long in, PricedItem item, boolean set) {

        Placed(Object[] row) {
            this((Long) row[0], new PricedItem((Long) row[1], (Integer) row[2], (BigDecimal) row[3], (BigDecimal) row[4],
                (BigDecimal) row[5]), row.length > 6 && ((Number) row[6]).intValue() > 0);
        }
    }

    @Override
    public Map<Long, OrderMoney> of(Collection<Long> orderIds) {
        List<Priced> orders = orders(orderIds);
        List<Placed> items = items(orders.stream().map(Priced::id).toList());
        Map<Long, List<Placed>> byOrder = items.stream().collect(Collectors.groupingBy(Placed::in));
        Map<Long, List<PricedItem>> bySet = parts(items.stream().filter(Placed::set).map(set -> set.item().id()).toList()).stream()
            .collect(Collectors.groupingBy(Placed::in, Collectors.mapping(Placed::item, Collectors.toList())));
        Map<Long, Delivered> delivered = delivered(byOrder.keySet());
        Map<Long, BigDecimal> fees = fees(orders.stream().filter(Priced::hasFees).map(Priced::id).toList());
        Currency ofOthers = orders.stream().allMatch(order -> order.currency() != null) ? null : ShopCurrency.of(entityManager);
        Map<Long, OrderMoney> money = new LinkedHashMap<>();
        for (Priced order : orders) {
            Currency currency = order.currency() == null ? ofOthers : Currency.getInstance(order.currency());
            PricedLines lines = new PricedLines(delivered, digits(currency));
            byOrder.getOrDefault(order.id(), List.of()).forEach(placed -> {
                if (placed.set()) {
                    lines.add(placed.item(), bySet.getOrDefault(placed.item().id(), List.of()));
                } else {
                    lines.add(placed.item());
                }
            });
            money.put(order.id(), order.with(currency, lines.lines(order.subtotal()), fees.get(order.id())));
        }
        return money;
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    private List<Priced> orders(Collection<Long> ids) {
        String groups = " from FulfillmentGroupImpl g where g.order.id = o.id)";
        return query("select o.id, c.currencyCode, o.total, o.subTotal, o.totalFulfillmentCharges, (select count(g.id)" + groups
            + ", (select sum(g.fulfillmentPrice)" + groups + ", (select sum(g.totalFulfillmentGroupTax)" + groups
            + ", (select sum(g.totalFeeTax)" + groups
            + ", (select sum(g.total - g.merchandiseTotal - g.fulfillmentPrice - g.totalTax)" + groups
            + " from OrderImpl o left join o.currency c where o.id in (:ids)", ids).stream().map(Priced::new).toList();
    }

    private Map<Long, BigDecimal> fees(Collection<Long> orders) {
        Map<Long, BigDecimal> fees = new HashMap<>();
        query("select f.fulfillmentGroup.order.id, f.amount, f.totalTax from FulfillmentGroupFeeImpl f"
            + " where f.fulfillmentGroup.order.id in (:ids)", orders)
            .forEach(row -> fees.merge((Long) row[0], orZero(row[1]).add(orZero(row[2])), BigDecimal::add));
        return fees;
    }

    private List<Placed> items(Collection<Long> orders) {
        return query("select i.order.id, i.id, i" + PRICES
            + ", (select count(b.id) from BundleOrderItemImpl b where b.id = i.id) from OrderItemImpl i where i.order.id in (:ids)"
            + " order by i.id", orders).stream().map(Placed::new).toList();
    }

    private List<Placed> parts(Collection<Long> sets) {
        return query("select i.bundleOrderItem.id, i.id, i" + PRICES
            + " from DiscreteOrderItemImpl i where i.bundleOrderItem.id in (:ids) order by i.id", sets).stream().map(Placed::new).toList();
    }

    private Map<Long, Delivered> delivered(Collection<Long> orders) {
        Map<Long, Delivered> delivered = new HashMap<>();
        query("select f.orderItem.id, f.quantity, f.totalItemAmount, f.proratedOrderAdjustment, f.totalTax from FulfillmentGroupItemImpl f"
            + " where f.fulfillmentGroup.order.id in (:ids)", orders)
            .forEach(row -> delivered.merge((Long) row[0], new Delivered((Integer) row[1], (BigDecimal) row[2],
                orZero(row[3]), orZero(row[4])), Delivered::and));
        return delivered;
    }

    private static BigDecimal orZero(Object amount) {
        return amount == null ? BigDecimal.ZERO : (BigDecimal) amount;
    }

    private List<Object[]> query(String query, Collection<Long> ids) {
        return ids.isEmpty() ? List.of()
            : entityManager.createQuery(query, Object[].class).setParameter("ids", ids).getResultList();
    }
}
