package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came back of each capture of one payment, from the platform's transactions. A refund or void is taken from the capture that it
 * descends from, and where it descends from none, or is more than is left of it, from the payment's captures, oldest first. What is
 * more than was ever captured stays with the last one, so that the payment's sum is the platform's.
 */
final class ReturnedSums {

    private static final Set<String> TAKEN = Set.of("CAPTURE", "AUTHORIZE_AND_CAPTURE");
    /** The last one on Broadleaf 7.0 only. */
    private static final Set<String> RETURNED = Set.of("REFUND", "VOID", "DETACHED_CREDIT");
    private static final Comparator<Row> OLDEST_FIRST = Comparator.comparing(Row::date, Comparator.nullsFirst(Comparator.naturalOrder()))
        .thenComparing(Row::id);

    private final Map<Long, Row> rows = new HashMap<>();
    private final Map<Long, BigDecimal> taken = new LinkedHashMap<>();
    private final Map<Long, BigDecimal> returned = new LinkedHashMap<>();

    /**
     * A transaction that is not archived.
     *
     * @param amount null counts as nothing
     * @param parent the identifier of the one that it belongs to, or null
     */
    record Row(Long id, String type, BigDecimal amount, Date date, Long parent, boolean successful) {

        private boolean isTaken() {
            return successful && TAKEN.contains(type);
        }

        private boolean isReturned() {
            return successful && RETURNED.contains(type);
        }

        private BigDecimal counted() {
            return amount == null ? BigDecimal.ZERO : amount;
        }
    }

    private ReturnedSums(List<Row> all) {
        all.forEach(row -> rows.put(row.id(), row));
        all.stream().filter(Row::isTaken).sorted(OLDEST_FIRST).forEach(row -> {
            taken.put(row.id(), row.counted());
            returned.put(row.id(), BigDecimal.ZERO);
        });
    }

    /** @return the captures, oldest first */
    static List<CapturedAmount> of(List<Row> all) {
        ReturnedSums sums = new ReturnedSums(all);
        if (sums.taken.isEmpty()) {
            return List.of();
        }
        BigDecimal further = all.stream().filter(Row::isReturned).sorted(OLDEST_FIRST).map(sums::subtract)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        sums.subtractFromOldest(further);
        List<CapturedAmount> captures = new ArrayList<>();
        sums.taken.forEach((id, amount) -> captures.add(new CapturedAmount(id, amount, sums.returned.get(id))));
        return captures;
    }

    /** @return what is to be taken from others */
    private BigDecimal subtract(Row back) {
        Row origin = rows.get(back.parent());
        for (int steps = 0; origin != null && !taken.containsKey(origin.id()) && steps < rows.size(); steps++) {
            if ("VOID".equals(back.type()) && "AUTHORIZE".equals(origin.type())) {
                // Nothing of it had been taken.
                return BigDecimal.ZERO;
            }
            origin = rows.get(origin.parent());
        }
        return origin == null || !taken.containsKey(origin.id()) ? back.counted() : subtract(origin.id(), back.counted());
    }

    private BigDecimal subtract(Long capture, BigDecimal amount) {
        BigDecimal now = amount.min(taken.get(capture).subtract(returned.get(capture)).max(BigDecimal.ZERO));
        returned.merge(capture, now, BigDecimal::add);
        return amount.subtract(now);
    }

    private void subtractFromOldest(BigDecimal amount) {
        BigDecimal further = amount;
        Long last = null;
        for (Long capture : taken.keySet()) {
            further = subtract(capture, further);
            last = capture;
        }
        returned.merge(last, further, BigDecimal::add);
    }
}
