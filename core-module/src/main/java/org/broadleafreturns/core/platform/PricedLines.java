package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes lines of what the platform has priced of an order. Price, discount and tax of a line come to what was paid for it, whatever the
 * catalogue says now.
 */
final class PricedLines {

    private final Map<Long, Delivered> delivered;
    private final int digits;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param delivered what fulfilment groups have of items, by identifier of the item
     * @param digits of the currency
     */
    PricedLines(Map<Long, Delivered> delivered, int digits) {
        this.delivered = delivered;
        this.digits = digits;
    }

    /**
     * What the platform's pricing has put to the units of an item in fulfilment groups: all of it together, several of them may have some.
     *
     * @param amount before the order's discounts; null where one of them has none
     * @param discount their share of the order's discounts
     */
    record Delivered(int quantity, BigDecimal amount, BigDecimal discount, BigDecimal tax) {

        static final Delivered NONE = new Delivered(0, null, BigDecimal.ZERO, BigDecimal.ZERO);

        Delivered and(Delivered other) {
            return new Delivered(quantity + other.quantity,
                amount == null || other.amount == null ? null : amount.add(other.amount), discount.add(other.discount),
                tax.add(other.tax));
        }
    }

    /**
     * An item of the order itself.
     *
     * @param parts null where it is no set
     * @param amount before the order's discounts
     * @param doubt by how much that can be wrong
     */
    private record Entry(PricedItem item, List<PricedItem> parts, BigDecimal amount, BigDecimal doubt) {

        Entry and(BigDecimal more) {
            return new Entry(item, parts, amount.add(more), doubt);
        }
    }

    /** Adds an item that is no set. */
    void add(PricedItem item) {
        Delivered there = of(item);
        if (there.amount() != null && there.quantity() == item.quantity()) {
            entries.add(new Entry(item, null, PricedItem.rounded(there.amount(), digits), BigDecimal.ZERO));
        } else {
            entries.add(new Entry(item, null, item.total(digits), item.roundedOff(digits)));
        }
    }

    /**
     * Adds a set. What the groups have of its parts is what the catalogue wants for each of them alone, or that times the sets with a
     * digit too many or too few; so it is asked for its own price.
     */
    void add(PricedItem set, List<PricedItem> parts) {
        BigDecimal amount = set.isUnpriced() ? parts.stream().map(part -> part.total(digits)).reduce(BigDecimal.ZERO, BigDecimal::add)
            .multiply(BigDecimal.valueOf(set.quantity())) : set.total(digits);
        entries.add(new Entry(set, parts, PricedItem.rounded(amount, digits), set.roundedOff(digits)));
    }

    /**
     * All lines by identifier of the item.
     *
     * @param subtotal what the platform has for all items before the order's discounts, from which comes what rounding has lost; or null
     */
    Map<Long, PaidLine> lines(BigDecimal subtotal) {
        Map<Long, PaidLine> lines = new HashMap<>();
        for (Entry entry : corrected(subtotal)) {
            if (entry.parts() == null) {
                put(entry, lines);
            } else {
                putParts(entry, lines);
            }
        }
        return lines;
    }

    private List<Entry> corrected(BigDecimal subtotal) {
        BigDecimal lost = subtotal == null ? BigDecimal.ZERO
            : PricedItem.rounded(subtotal, digits).subtract(sum(entries.stream().map(Entry::amount).toList()));
        if (lost.signum() == 0 || lost.abs().compareTo(sum(entries.stream().map(Entry::doubt).toList())) > 0) {
            return entries;
        }
        List<Entry> corrected = new ArrayList<>();
        for (Entry entry : entries) {
            BigDecimal here = lost.min(entry.doubt()).max(entry.doubt().negate());
            corrected.add(entry.and(here));
            lost = lost.subtract(here);
        }
        return corrected;
    }

    private void put(Entry entry, Map<Long, PaidLine> lines) {
        PricedItem item = entry.item();
        BigDecimal ofOrder = ofOrder(of(item), entry.amount());
        put(item, item.quantity(), entry.amount().subtract(ofOrder), item.discount(item.quantity(), entry.amount(), digits).add(ofOrder),
            lines);
    }

    /** By what the parts would have cost. Taxes are not shared out: parts can have rates of their own. */
    private void putParts(Entry entry, Map<Long, PaidLine> lines) {
        PricedItem set = entry.item();
        List<PricedItem> parts = entry.parts();
        List<BigDecimal> weights = parts.stream().map(part -> part.total(digits).max(BigDecimal.ZERO)).toList();
        BigDecimal ofOrder = ofOrder(parts.stream().map(this::of).reduce(Delivered.NONE, Delivered::and), entry.amount());
        List<BigDecimal> amounts = Shares.of(entry.amount(), weights, digits);
        List<BigDecimal> paid = Shares.of(entry.amount().subtract(ofOrder), weights, digits);
        List<BigDecimal> ofSet = Shares.of(set.discount(set.quantity(), entry.amount(), digits), weights, digits);
        boolean ownPrice = set.retail() != null;
        for (int i = 0; i < parts.size(); i++) {
            PricedItem part = parts.get(i);
            int units = part.quantity() * set.quantity();
            BigDecimal own = ownPrice ? ofSet.get(i) : part.discount(units, amounts.get(i), digits);
            put(part, units, paid.get(i), own.add(amounts.get(i)).subtract(paid.get(i)).max(PricedItem.rounded(null, digits)), lines);
        }
    }

    private void put(PricedItem item, int units, BigDecimal net, BigDecimal discount, Map<Long, PaidLine> lines) {
        lines.put(item.id(), new PaidLine(item.id(), units, net.add(discount), discount, PricedItem.rounded(of(item).tax(), digits)));
    }

    private Delivered of(PricedItem item) {
        return delivered.getOrDefault(item.id(), Delivered.NONE);
    }

    /** Never more than there is to take it off. */
    private BigDecimal ofOrder(Delivered there, BigDecimal amount) {
        return PricedItem.rounded(there.discount(), digits).max(BigDecimal.ZERO).min(amount.max(BigDecimal.ZERO));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
