package org.broadleafreturns.core.request.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the design says of one return, written down a second time, simply and without looking at the product: plain numbers and
 * the words of the table in {@code docs/status-workflow.md}.
 */
final class ModelReturn {

    private static final Map<String, Set<String>> TABLE = Map.of(
        "REQUESTED", Set.of("LABEL_SENT", "RECEIVED", "ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED", "CANCELLED"),
        "LABEL_SENT", Set.of("LABEL_SENT", "RECEIVED", "ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED", "CANCELLED"),
        "RECEIVED", Set.of("ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED"),
        "ACCEPTED", Set.of("RECEIVED"),
        "PARTIALLY_ACCEPTED", Set.of("RECEIVED"),
        "REFUSED", Set.of("RECEIVED"),
        "CANCELLED", Set.of());
    private static final Set<String> DECIDED = Set.of("ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED");

    /** Who did what, in the words of {@link StoredReturn.Entry}. */
    record Step(String actor, String from, String to, String note, String label, boolean mailed) {
    }

    final List<Integer> items;
    final List<Integer> requested;
    final List<Step> steps = new ArrayList<>();
    int[] received;
    int[] accepted;
    int[] told;
    String status = "REQUESTED";
    String label;

    ModelReturn(List<Integer> items, List<Integer> requested, String actor, String note, boolean mailed) {
        this.items = items;
        this.requested = requested;
        this.received = new int[items.size()];
        this.accepted = new int[items.size()];
        this.told = new int[items.size()];
        steps.add(new Step(actor, null, "REQUESTED", note, null, mailed));
    }

    private ModelReturn(ModelReturn other) {
        items = other.items;
        requested = other.requested;
        steps.addAll(other.steps);
        received = other.received.clone();
        accepted = other.accepted.clone();
        told = other.told.clone();
        status = other.status;
        label = other.label;
    }

    ModelReturn copy() {
        return new ModelReturn(this);
    }

    /** How often it was changed since it was requested. */
    int changes() {
        return steps.size() - 1;
    }

    boolean canBecome(String next, boolean mayReopen, boolean withLabel) {
        boolean needsLabel = status.equals("LABEL_SENT") && next.equals("LABEL_SENT");
        boolean mayHaveLabel = next.equals("LABEL_SENT");
        return TABLE.get(status).contains(next) && (!isDecided() || mayReopen)
            && (withLabel ? mayHaveLabel : !needsLabel);
    }

    /** In a lasting order, taken back decisions included. */
    List<String> nextStatuses() {
        return TABLE.get(status).stream().sorted().toList();
    }

    /** Until the goods have come. */
    boolean canBeCancelledByCustomer() {
        return status.equals("REQUESTED") || status.equals("LABEL_SENT");
    }

    boolean isDecided() {
        return DECIDED.contains(status);
    }

    int taken(int line) {
        if (status.equals("REFUSED") || status.equals("CANCELLED")) {
            return 0;
        }
        return DECIDED.contains(status) ? accepted[line] : requested.get(line);
    }

    int articles() {
        return requested.stream().mapToInt(Integer::intValue).sum();
    }

    boolean isPartial(List<Integer> quantities) {
        int sum = 0;
        for (int line = 0; line < requested.size(); line++) {
            int quantity = quantities.get(line);
            if (quantity < 0 || quantity > requested.get(line)) {
                return false;
            }
            sum += quantity;
        }
        return sum > 0 && sum < articles();
    }

    void become(String next, List<Integer> quantities, String actor, String note, String newLabel, boolean mailed) {
        for (int line = 0; line < requested.size(); line++) {
            int all = requested.get(line);
            switch (next) {
                case "RECEIVED" -> {
                    received[line] = all;
                    accepted[line] = 0;
                }
                case "ACCEPTED" -> accepted[line] = all;
                case "PARTIALLY_ACCEPTED" -> accepted[line] = quantities.get(line);
                case "REFUSED" -> accepted[line] = 0;
                default -> { }
            }
            received[line] = Math.max(received[line], accepted[line]);
            told[line] = Math.max(told[line], accepted[line]);
        }
        steps.add(new Step(actor, status, next, note, newLabel, mailed));
        label = newLabel == null ? label : newLabel;
        status = next;
    }
}
