package org.broadleafreturns.core.takeover;

import java.time.Instant;
import java.util.List;
import org.broadleafreturns.core.repository.Repositories;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** The orders that customers have taken over. All methods take part in the caller's transaction. */
public class TakenOrders {

    private final TakenOrderRows rows;

    public TakenOrders(Repositories repositories) {
        this.rows = repositories.of(TakenOrderRows.class);
    }

    /**
     * An order that was taken over.
     *
     * @param orderId the order's identifier
     * @param takenAt when
     */
    public record Taken(Long orderId, Instant takenAt) {
    }

    /**
     * Notes that an order is a customer's from now on. The order is locked and the customer's row too, and somebody has made sure that they
     * may have it.
     *
     * @param from the order's customer as the platform has it
     */
    public void take(Long order, Long customer, Long from, Instant now) {
        TakenOrder row = rows.findById(order).orElseGet(() -> new TakenOrder(order));
        row.take(customer, from, now);
        rows.save(row);
    }

    /** The identifiers of those that still are a customer's, the one taken last first. */
    public List<Long> of(Long customer) {
        return rows.findCounting(customer, Pageable.unpaged());
    }

    /** The last few of them. */
    public List<Long> latestOf(Long customer, int most) {
        return rows.findCounting(customer, PageRequest.of(0, most));
    }

    /** Whether the order of that number is one of them. */
    public boolean has(Long customer, String orderNumber) {
        return rows.countCounting(customer, orderNumber) > 0;
    }

    /** All that a customer has ever taken over, the last one first. */
    public List<Taken> allOf(Long customer) {
        return rows.findOf(customer).stream()
            .map(row -> new Taken(row.getOrderId(), Instant.ofEpochMilli(row.getTakenAt().getTime()))).toList();
    }

    /** Gives all back to those from whom a customer has taken them. */
    public void giveBack(Long customer) {
        rows.deleteOf(customer);
    }
}
