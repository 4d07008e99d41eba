package org.broadleafreturns.core.request.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.broadleafreturns.core.request.sequence.Command.Correct;
import org.broadleafreturns.core.request.sequence.Command.Goods;

/**
 * What the design says of one return, written down a second time, simply and without looking at the product: plain numbers and
 * the words of the table in {@code docs/status-workflow.md}.
 */
final class ModelReturn {

    private static final Map<String, Set<String>> TABLE = Map.of(
        "REQUESTED", Set.of("LABEL_SENT", "RECEIVED", "ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED", "CANCELLED"),
        "LABEL_SENT", Set.of("LABEL_SENT", "RECEIVED", "ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED", "CANCELLED"),
        "RECEIVED", Set.of("RECEIVED", "ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED"),
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
    int[] kept;
    int[] accepted;
    Integer[] refused;
    int[] staying;
    String[] reasons;
    final List<Map<String, Integer>> conditions = new ArrayList<>();
    int[] told;
    /** By item, of lines that were taken out. */
    private final Map<Integer, Integer> toldOfOthers = new TreeMap<>();
    /** Units that are on the shelf since a decision and were not taken from it. */
    int[] onShelf;
    String status = "REQUESTED";
    String label;

    ModelReturn(List<Integer> items, List<Integer> requested, String actor, String note, boolean mailed) {
        this.items = new ArrayList<>(items);
        this.requested = new ArrayList<>(requested);
        this.received = new int[items.size()];
        this.kept = new int[items.size()];
        this.accepted = new int[items.size()];
        this.refused = new Integer[items.size()];
        this.staying = new int[items.size()];
        this.reasons = new String[items.size()];
        items.forEach(item -> conditions.add(new TreeMap<>()));
        this.told = new int[items.size()];
        this.onShelf = new int[items.size()];
        steps.add(new Step(actor, null, "REQUESTED", note, null, mailed));
    }

    private ModelReturn(ModelReturn other) {
        items = new ArrayList<>(other.items);
        requested = new ArrayList<>(other.requested);
        toldOfOthers.putAll(other.toldOfOthers);
        steps.addAll(other.steps);
        received = other.received.clone();
        kept = other.kept.clone();
        accepted = other.accepted.clone();
        refused = other.refused.clone();
        staying = other.staying.clone();
        reasons = other.reasons.clone();
        other.conditions.forEach(units -> conditions.add(new TreeMap<>(units)));
        told = other.told.clone();
        onShelf = other.onShelf.clone();
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
        return nextStatuses().contains(next) && (!isDecided() || mayReopen)
            && (withLabel ? mayHaveLabel : !needsLabel);
    }

    /** In a lasting order, taken back decisions included. */
    List<String> nextStatuses() {
        return TABLE.get(status).stream().filter(next -> !next.equals(status) || !next.equals("RECEIVED") || missing() > 0)
            .filter(next -> articles() > 1 || !next.equals("PARTIALLY_ACCEPTED")).sorted().toList();
    }

    int missing(int line) {
        return requested.get(line) - received[line] - kept[line];
    }

    private int missing() {
        int missing = 0;
        for (int line = 0; line < requested.size(); line++) {
            missing += missing(line);
        }
        return missing;
    }

    /** Until the goods have come. */
    boolean canBeCancelledByCustomer() {
        return status.equals("REQUESTED") || status.equals("LABEL_SENT");
    }

    boolean isDecided() {
        return DECIDED.contains(status);
    }

    boolean isRunning() {
        return !isDecided() && !status.equals("CANCELLED");
    }

    private int wanted(int line, Correct command) {
        Integer said = command.requested().get(line);
        return said == null ? requested.get(line) : said;
    }

    private int receivedWith(int line, Correct command) {
        Integer said = command.received().get(line);
        return said == null ? received[line] : said;
    }

    private Map<String, Integer> conditionsWith(int line, Correct command) {
        if (wanted(line, command) == 0) {
            return Map.of();
        }
        Integer said = command.received().get(line);
        return said == null ? conditions.get(line)
            : said == 0 || command.condition() == null ? Map.of() : Map.of(command.condition(), said);
    }

    /** @param isLeft whether so many units of a line can be asked for */
    boolean canBePutRight(Correct command, BiPredicate<Integer, Integer> isLeft) {
        for (int line = 0; line < items.size(); line++) {
            int wanted = wanted(line, command);
            int come = receivedWith(line, command);
            boolean said = command.received().get(line) != null;
            int most = status.equals("RECEIVED") ? Math.max(wanted, requested.get(line)) : 0;
            if (wanted < 0 || wanted > requested.get(line) && !isLeft.test(line, wanted)
                    || said && (come < 0 || come > most || come > 0 && "GONE".equals(command.condition()))
                    || come > wanted || come < onShelf[line] || wanted > 0 && command.goneReason()) {
                return false;
            }
        }
        return true;
    }

    boolean wouldBeEmpty(Correct command) {
        return IntStream.range(0, items.size()).allMatch(line -> wanted(line, command) == 0);
    }

    boolean wouldChange(Correct command) {
        return IntStream.range(0, items.size()).anyMatch(line -> wanted(line, command) != requested.get(line)
            || receivedWith(line, command) != received[line] || !conditionsWith(line, command).equals(conditions.get(line)));
    }

    /** Its lines stay in the order of the items. */
    void putRight(Correct command, String actor, String note) {
        Map<Integer, Line> lines = new TreeMap<>();
        for (int line = 0; line < items.size(); line++) {
            if (wanted(line, command) == 0) {
                toldOfOthers.put(items.get(line), told[line]);
            } else {
                lines.put(items.get(line), new Line(wanted(line, command), receivedWith(line, command),
                    conditionsWith(line, command), told[line], onShelf[line]));
            }
        }
        command.added().forEach(pick -> lines.put(pick.item(),
            new Line(pick.quantity(), 0, Map.of(), toldOfOthers.getOrDefault(pick.item(), 0), 0)));
        items.clear();
        requested.clear();
        conditions.clear();
        lines.forEach((item, line) -> {
            items.add(item);
            requested.add(line.requested());
            conditions.add(new TreeMap<>(line.conditions()));
        });
        received = lines.values().stream().mapToInt(Line::received).toArray();
        told = lines.values().stream().mapToInt(Line::told).toArray();
        onShelf = lines.values().stream().mapToInt(Line::onShelf).toArray();
        kept = new int[lines.size()];
        accepted = new int[lines.size()];
        refused = new Integer[lines.size()];
        staying = new int[lines.size()];
        reasons = new String[lines.size()];
        steps.add(new Step(actor, null, null, note, null, command.mail()));
    }

    private record Line(int requested, int received, Map<String, Integer> conditions, int told, int onShelf) {
    }

    int taken(int line) {
        return status.equals("CANCELLED") ? 0 : isDecided() ? accepted[line] + staying[line] : requested.get(line);
    }

    /** Whether it brings goods or decides on them. */
    private boolean isAboutGoods(String next) {
        return next.equals("RECEIVED") && !isDecided() || DECIDED.contains(next);
    }

    private int arrived(int line, String next, Goods goods) {
        if (missing(line) == 0) {
            return 0;
        }
        if (goods.said()) {
            return goods.arrived().get(line);
        }
        boolean nothingYet = Arrays.stream(received).allMatch(units -> units == 0);
        return next.equals("RECEIVED") || !next.equals("REFUSED") && nothingYet ? missing(line) : 0;
    }

    private int keptWith(int line, String next, Goods goods) {
        return next.equals("REFUSED") || missing(line) == 0 ? 0 : goods.kept().get(line);
    }

    private int acceptedWith(int line, String next, List<Integer> quantities) {
        return switch (next) {
            case "ACCEPTED" -> requested.get(line);
            case "PARTIALLY_ACCEPTED" -> quantities.get(line);
            default -> 0;
        };
    }

    private static int stayingWith(int line, String next, Goods goods) {
        return next.equals("ACCEPTED") ? 0 : goods.staying().get(line);
    }

    /** Whether all that is said of goods can be. What was sold again since an earlier decision is not sent back. */
    boolean isPossible(String next, List<Integer> quantities, Goods goods, boolean system) {
        if (!isAboutGoods(next)) {
            return true;
        }
        long come = 0;
        long units = 0;
        for (int line = 0; line < requested.size(); line++) {
            int arrived = arrived(line, next, goods);
            int keeps = keptWith(line, next, goods);
            int accepts = acceptedWith(line, next, quantities);
            boolean gone = goods.said() && missing(line) > 0 && arrived != 0 && "GONE".equals(goods.condition());
            if (arrived < 0 || arrived > missing(line) || gone) {
                return false;
            }
            come += arrived;
            units += accepts;
            if (next.equals("RECEIVED")) {
                continue;
            }
            int here = received[line] + arrived + keeps;
            if (keeps < 0 || here > requested.get(line) || accepts < keeps || accepts > here) {
                return false;
            }
            int refuses = here - accepts;
            if (!next.equals("ACCEPTED") && (goods.staying().get(line) < 0 || goods.staying().get(line) > refuses)) {
                return false;
            }
            Integer sellable = goods.sellable().get(line);
            int stays = accepts + stayingWith(line, next, goods);
            if (sellable != null && (sellable < 0 || sellable > stays - keeps)) {
                return false;
            }
            if (stays < onShelf[line]) {
                return false;
            }
            boolean needsReason = !system && (refuses > 0 || next.equals("REFUSED"));
            if (needsReason && goods.reason() == null || !next.equals("ACCEPTED") && "GONE".equals(goods.reason())) {
                return false;
            }
        }
        return switch (next) {
            case "RECEIVED" -> come > 0;
            case "PARTIALLY_ACCEPTED" -> units > 0 && units < articles();
            default -> true;
        };
    }

    int articles() {
        return requested.stream().mapToInt(Integer::intValue).sum();
    }

    /** @param stock units on the shelf by item; null where nobody counts them */
    void become(String next, List<Integer> quantities, Goods goods, String actor, String note, String newLabel, boolean mailed,
            Integer[] stock) {
        boolean reopened = isDecided();
        boolean about = isAboutGoods(next);
        int[] come = new int[requested.size()];
        for (int line = 0; line < requested.size(); line++) {
            come[line] = about ? arrived(line, next, goods) : 0;
        }
        for (int line = 0; line < requested.size(); line++) {
            boolean decides = DECIDED.contains(next);
            kept[line] = decides ? keptWith(line, next, goods) : 0;
            received[line] += come[line];
            if (come[line] > 0 && goods.said() && goods.condition() != null) {
                conditions.get(line).merge(goods.condition(), come[line], Integer::sum);
            }
            if (decides) {
                accepted[line] = acceptedWith(line, next, quantities);
                refused[line] = received[line] + kept[line] - accepted[line];
                staying[line] = stayingWith(line, next, goods);
                reasons[line] = refused[line] > 0 || accepted[line] == 0 ? goods.reason() : null;
            } else {
                accepted[line] = 0;
                refused[line] = null;
                staying[line] = 0;
                reasons[line] = null;
            }
            told[line] = Math.max(told[line], accepted[line]);
            move(line, decides ? goods.sellable().get(line) : null, decides, reopened, stock);
        }
        steps.add(new Step(actor, status, next, note, newLabel, mailed));
        label = newLabel == null ? label : newLabel;
        status = next;
    }

    /** What is sellable goes on the shelf, once; what a decision has put there is taken with it, as far as it is there. */
    private void move(int line, Integer said, boolean decides, boolean reopened, Integer[] stock) {
        int item = items.get(line);
        if (stock[item] == null) {
            return;
        }
        int more = 0;
        if (decides) {
            int stays = accepted[line] - kept[line] + staying[line];
            int undamaged = received[line] - conditions.get(line).getOrDefault("DAMAGED", 0);
            more = Math.max(0, (said == null ? Math.min(stays, undamaged) : said) - onShelf[line]);
        } else if (reopened) {
            more = -Math.min(onShelf[line], stock[item]);
        }
        onShelf[line] += more;
        stock[item] += more;
    }
}
