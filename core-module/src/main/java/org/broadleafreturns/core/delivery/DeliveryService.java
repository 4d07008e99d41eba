package org.broadleafreturns.core.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.Deadlocks;
import org.broadleafreturns.core.platform.RowLock;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Knows when things were delivered, and lets merchants say it. */
public class DeliveryService {

    private static final String PROCESSING = "PROCESSING";
    private static final String CANCELLED = "CANCELLED";

    private final Deliveries deliveries;
    private final ReturnsSettings settings;
    private final EntityManager entityManager;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;

    DeliveryService(Deliveries deliveries, ReturnsSettings settings, EntityManager entityManager, Clock clock,
            PlatformTransactionManager transactionManager) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.entityManager = entityManager;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
        this.reading = new TransactionTemplate(transactionManager);
        this.reading.setReadOnly(true);
    }

    /** For the identifier of each fulfilment group of an order of whose delivery something was recorded, that record. */
    public Map<Long, Delivery> ofOrder(Long orderId) {
        return reading.execute(status ->
            deliveries.findByOrder(orderId).stream().collect(Collectors.toMap(Delivery::getId, Function.identity())));
    }

    /** The same as pages show it. */
    public Map<Long, DeliveryView> shownOfOrder(Long orderId) {
        return reading.execute(status ->
            deliveries.findByOrder(orderId).stream().collect(Collectors.toMap(Delivery::getId, DeliveryView::of)));
    }

    /** What is in an order's fulfilment groups, in the order of their identifiers, in one query. */
    public List<GroupContent> contents(Long orderId) {
        return reading.execute(status -> contentsOf(orderId));
    }

    private List<GroupContent> contentsOf(Long orderId) {
        Map<Long, List<GroupContent.Part>> contents = new LinkedHashMap<>();
        for (Object[] row : deliveries.findContents(orderId)) {
            List<GroupContent.Part> parts = contents.computeIfAbsent((Long) row[0], group -> new ArrayList<>());
            if (row[1] != null) {
                parts.add(new GroupContent.Part((Long) row[1], (String) row[2], (Integer) row[3]));
            }
        }
        return contents.entrySet().stream().map(group -> new GroupContent(group.getKey(), List.copyOf(group.getValue()))).toList();
    }

    /** For each order item's identifier, what is known of its delivery; a line can be spread over several groups. */
    public Map<Long, Arrival> arrivals(Long orderId) {
        return arrivals(List.of(orderId));
    }

    /** The same for the items of several orders, in as many queries as one order takes. */
    public Map<Long, Arrival> arrivals(Collection<Long> orderIds) {
        return reading.execute(status -> arrivalsOf(orderIds));
    }

    private Map<Long, Arrival> arrivalsOf(Collection<Long> orderIds) {
        Map<Long, Arrival> arrivals = new HashMap<>();
        for (Object[] part : deliveries.findMomentsOfItems(orderIds)) {
            arrivals.merge((Long) part[0], arrival((Date) part[1], (String) part[2], (Integer) part[3]), Arrival::and);
        }
        return arrivals;
    }

    /** The platform itself writes no status: it is what the shop's own systems say. */
    private static Arrival arrival(Date delivered, String status, int units) {
        boolean waits = PROCESSING.equals(status) && delivered == null;
        Instant moment = delivered == null ? null : Instant.ofEpochMilli(delivered.getTime());
        return new Arrival(moment, delivered != null, waits || CANCELLED.equals(status) ? units : 0, waits ? units : 0);
    }

    /**
     * A merchant says on which day a fulfilment group was delivered, whatever was known before. Noon is kept, so that it stays
     * that day if the shop's time zone is set anew.
     *
     * @param day in the shop's time zone
     * @return why this cannot be, in which case nothing was changed; empty if it was recorded
     * @throws IllegalArgumentException if there is no such group
     */
    public Optional<Objection> record(Long groupId, LocalDate day, Long merchantId, String merchantName) {
        return locked(groupId, known -> {
            Optional<Objection> objection = objection(groupId, day);
            if (objection.isEmpty()) {
                Date now = Date.from(clock.instant());
                Date deliveredAt = Date.from(day.atTime(LocalTime.NOON).atZone(settings.timeZone()).toInstant());
                known.ifPresentOrElse(delivery -> delivery.correct(deliveredAt, merchantId, merchantName, now),
                    () -> deliveries.save(Delivery.told(groupId, deliveredAt, merchantId, merchantName, now)));
            }
            return objection;
        });
    }

    /**
     * A merchant takes back what was recorded of a fulfilment group's delivery, which is then unknown until its status becomes
     * delivered or a merchant enters a day. Who cleared it is kept.
     *
     * @return whether there was anything to clear
     * @throws IllegalArgumentException if there is no such group
     */
    public boolean clear(Long groupId, Long merchantId, String merchantName) {
        return locked(groupId, known -> {
            Optional<Delivery> dated = known.filter(Delivery::isKnown);
            dated.ifPresent(delivery -> delivery.clear(merchantId, merchantName, Date.from(clock.instant())));
            return dated.isPresent();
        });
    }

    /** With the row locked that a change of status locks too, so that both cannot record at once. */
    private <T> T locked(Long groupId, Function<Optional<Delivery>, T> work) {
        return Deadlocks.triedTwice(() -> transaction.execute(status -> {
            if (!RowLock.take("FulfillmentGroupImpl", groupId, LockModeType.PESSIMISTIC_WRITE, entityManager)) {
                throw new IllegalArgumentException("No fulfilment group " + groupId);
            }
            Optional<Delivery> known = deliveries.findById(groupId);
            known.ifPresent(entityManager::refresh);
            return work.apply(known);
        }));
    }

    private Optional<Objection> objection(Long groupId, LocalDate day) {
        ZoneId zone = settings.timeZone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (day.isAfter(today)) {
            return Optional.of(Objection.to("day", "rtn.objection.delivery.future"));
        }
        return deliveries.findSubmitDate(groupId)
            .map(submitted -> LocalDate.ofInstant(Instant.ofEpochMilli(submitted.getTime()), zone))
            .filter(day::isBefore)
            .map(ordered -> Objection.to("day", "rtn.objection.delivery.beforeOrder", Objection.day(ordered)));
    }
}
