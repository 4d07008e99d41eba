package org.broadleafreturns.core.request;

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
        // From LABEL_SENT to LABEL_SENT a file is needed, and the model has no files.
        "LABEL_SENT", Set.of("RECEIVED", "ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED", "CANCELLED"),
        "RECEIVED", Set.of("ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED"),
        "ACCEPTED", Set.of("RECEIVED"),
        "PARTIALLY_ACCEPTED", Set.of("RECEIVED"),
        "REFUSED", Set.of("RECEIVED"),
        "CANCELLED", Set.of());
    private static final Set<String> DECIDED = Set.of("ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED");

    final List<Integer> items;
    final List<Integer> requested;
    int[] received;
    int[] accepted;
    int[] told;
    String status = "REQUESTED";
    int changes;

    ModelReturn(List<Integer> items, List<Integer> requested) {
        this.items = items;
        this.requested = requested;
        this.received = new int[items.size()];
        this.accepted = new int[items.size()];
        this.told = new int[items.size()];
    }

    boolean canBecome(String next, boolean mayReopen) {
        return TABLE.get(status).contains(next) && (!DECIDED.contains(status) || mayReopen);
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

    void become(String next, List<Integer> quantities) {
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
        status = next;
        changes++;
    }
}
