package org.broadleafreturns.core.guest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.PlacedOrders;
import org.broadleafreturns.core.privacy.CustomerRecords;
import org.broadleafreturns.core.takeover.TakenOrders;
import org.broadleafreturns.core.takeover.TakenOrders.Taken;

/** The orders that a customer has taken over; once the customer is forgotten they are whose they were before. */
class CustomerTakenOrders implements CustomerRecords {

    private final TakenOrders taken;
    private final PlacedOrders placed;
    private final GuestEntries entries;
    private final Outbox outbox;

    CustomerTakenOrders(TakenOrders taken, PlacedOrders placed, GuestEntries entries, Outbox outbox) {
        this.taken = taken;
        this.placed = placed;
        this.entries = entries;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "takenOrders";
    }

    @Override
    public List<Map<String, Object>> of(Long customerId) {
        List<Taken> all = taken.allOf(customerId);
        Map<Long, String> numbers = placed.numbersOf(all.stream().map(Taken::orderId).toList());
        return all.stream().map(order -> {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("order", numbers.get(order.orderId()));
            record.put("takenAt", order.takenAt().toString());
            return record;
        }).toList();
    }

    @Override
    public List<ReturnDocument> documentsOf(Long customerId) {
        return List.of();
    }

    @Override
    public List<Long> orders(Long customerId) {
        return taken.of(customerId);
    }

    @Override
    public List<String> running(Long customerId) {
        return List.of();
    }

    /** By them a return is known to be the customer's. */
    @Override
    public boolean isForgottenLast() {
        return true;
    }

    @Override
    public void anonymise(Long customerId) {
        taken.giveBack(customerId);
        entries.throwAway(entries.findOfTaker(customerId), outbox);
    }
}
