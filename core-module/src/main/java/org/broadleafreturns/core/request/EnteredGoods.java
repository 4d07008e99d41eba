package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadleafreturns.core.kernel.Objection;

/**
 * What somebody entered of the goods for a change of status, line by line: what has come, what need not come back, what becomes of what
 * is refused. The one place that knows the names of those inputs, and what holds where nothing is said.
 *
 * <p>A line's arrival is entered in heaps, each of a condition: {@code received[12].1} and {@code received[12].1.condition}. Who sends
 * {@code received.lines} names all that has come; without it, everything has that is missing, but nothing with a refusal, and
 * nothing more with a decision where an arrival was recorded before.
 */
final class EnteredGoods {

    /** The name of the part that notes arrivals. */
    static final String RECEIVED = "received";
    /** Says that all that has come is named. */
    static final String NAMED = RECEIVED + ".lines";
    static final String SOMETHING_ELSE = RECEIVED + ".somethingElse";
    static final String KEPT = "kept";
    static final String REFUSED = "refused";
    /** The reason for lines that have none of their own. */
    static final String REASON = REFUSED + ".reason";
    /** So many heaps of a line can be entered. */
    static final int HEAPS = 6;

    private static final int UNREADABLE = -1;

    private final ReturnRequest request;
    private final ReturnStatus to;
    private final StatusChange change;
    private final Map<String, String> inputs;

    /** A change whose status can follow. */
    EnteredGoods(ReturnRequest request, StatusChange change) {
        this(request, change.to(), change);
    }

    private EnteredGoods(ReturnRequest request, ReturnStatus to, StatusChange change) {
        this.request = request;
        this.to = to;
        this.change = change;
        this.inputs = change.inputs();
    }

    static EnteredGoods of(EnteredStep step) {
        return new EnteredGoods(step.request(), step.to(), step.change());
    }

    static String heap(ReturnLine line, int heap) {
        return RECEIVED + "[" + line.getId() + "]." + heap;
    }

    static String condition(ReturnLine line, int heap) {
        return heap(line, heap) + ".condition";
    }

    static String kept(ReturnLine line) {
        return KEPT + "[" + line.getId() + "]";
    }

    static String reason(ReturnLine line) {
        return REFUSED + "[" + line.getId() + "].reason";
    }

    static String staying(ReturnLine line) {
        return REFUSED + "[" + line.getId() + "].staying";
    }

    /** Whether a status brings goods or decides on them; taking a decision back does neither. */
    static boolean isAbout(ReturnStatus from, ReturnStatus to) {
        return to == ReturnStatus.RECEIVED && !from.isDecision() || to != null && to.isDecision();
    }

    /** The inputs of arrivals that can be entered with a status. */
    static Set<String> arrivalInputs(ReturnRequest request, ReturnStatus to) {
        Set<String> names = new LinkedHashSet<>();
        if (isAbout(request.getStatus(), to)) {
            names.add(NAMED);
            if (to == ReturnStatus.RECEIVED) {
                names.add(SOMETHING_ELSE);
            }
            request.getLines().stream().filter(line -> line.missing() > 0).forEach(line -> {
                for (int heap = 1; heap <= HEAPS; heap++) {
                    names.add(heap(line, heap));
                    names.add(condition(line, heap));
                }
            });
        }
        return names;
    }

    /** What was in the parcel that nobody had asked to return, or null. */
    String somethingElse() {
        return inputs.get(SOMETHING_ELSE);
    }

    Map<Long, ReceivedUnits> arrived() {
        Map<Long, ReceivedUnits> arrived = new LinkedHashMap<>();
        request.getLines().forEach(line -> arrived.put(line.getId(), arrived(line)));
        return arrived;
    }

    private ReceivedUnits arrived(ReturnLine line) {
        if (!inputs.containsKey(NAMED)) {
            return to == ReturnStatus.REFUSED ? ReceivedUnits.NONE
                : to == ReturnStatus.RECEIVED ? ReceivedUnits.of(line.missing()) : request.arrivedUnsaid().get(line.getId());
        }
        Map<String, Integer> byCondition = new LinkedHashMap<>();
        int units = 0;
        for (int heap = 1; heap <= HEAPS; heap++) {
            int some = Math.max(0, number(heap(line, heap)));
            units += Math.min(some, line.missing() - units);
            conditionOf(line, heap).ifPresent(condition -> byCondition.merge(condition, some, Integer::sum));
        }
        return byCondition.values().stream().mapToLong(Integer::longValue).sum() > units ? ReceivedUnits.of(units)
            : new ReceivedUnits(units, byCondition);
    }

    /** The condition that a heap with units is said to be in. */
    Optional<String> conditionOf(ReturnLine line, int heap) {
        return number(heap(line, heap)) > 0 ? Optional.ofNullable(inputs.get(condition(line, heap))) : Optional.empty();
    }

    /** What is decided of each line. Only where nothing is wrong with what was entered. */
    Map<Long, LineDecision> decisions() {
        Map<Long, LineDecision> decisions = new LinkedHashMap<>();
        request.getLines().forEach(line -> {
            int accepted = accepted(line);
            boolean refuses = refused(line) > 0 || accepted == 0;
            decisions.put(line.getId(), new LineDecision(arrived(line), keptUnits(line), accepted,
                refuses ? Math.max(0, number(staying(line))) : 0, refuses ? refusalReason(line) : null));
        });
        return decisions;
    }

    int accepted(ReturnLine line) {
        return line.acceptedWith(to, change.acceptedByLine());
    }

    private int keptUnits(ReturnLine line) {
        return to == ReturnStatus.REFUSED ? 0 : Math.max(0, number(kept(line)));
    }

    /** Units that are here with the decision, or need not be. */
    int present(ReturnLine line) {
        return line.getQuantityReceived() + arrived(line).units() + keptUnits(line);
    }

    /** Units that are here and not accepted; below zero where more is accepted than is here. */
    int refused(ReturnLine line) {
        return present(line) - accepted(line);
    }

    String refusalReason(ReturnLine line) {
        return inputs.getOrDefault(reason(line), inputs.get(REASON));
    }

    /** How each line would stand. Only where nothing is wrong with what was entered; empty where a status is not about goods. */
    List<GoodsOfLine> goods() {
        if (!isAbout(request.getStatus(), to)) {
            return List.of();
        }
        Map<Long, LineDecision> decisions = to.isDecision() ? decisions() : Map.of();
        return request.getLines().stream().map(line -> to.isDecision() ? line.with(decisions.get(line.getId()))
            : line.with(arrived(line))).toList();
    }

    /** The same, and empty where anything is wrong with what was entered. */
    List<GoodsOfLine> goodsIfPossible() {
        boolean possible = to != null && objectionsToArrivals().isEmpty() && objectionsToKept().isEmpty()
            && objectionsToRefused(false).isEmpty()
            && (!to.isDecision() || request.getLines().stream().allMatch(line -> accepted(line) >= 0 && refused(line) >= 0));
        return possible ? goods() : List.of();
    }

    /** What is wrong with the numbers of what has come. */
    List<Objection> objectionsToArrivals() {
        List<Objection> objections = new ArrayList<>();
        if (!isAbout(request.getStatus(), to) || !inputs.containsKey(NAMED)) {
            return objections;
        }
        long all = 0;
        for (ReturnLine line : request.getLines()) {
            long units = 0;
            boolean readable = true;
            for (int heap = 1; heap <= HEAPS; heap++) {
                int some = number(heap(line, heap));
                if (some == UNREADABLE || some > line.missing()) {
                    objections.add(Objection.to(heap(line, heap), "rtn.objection.received.range", line.missing()));
                    readable = false;
                } else {
                    units += some;
                }
            }
            if (readable && units > line.missing()) {
                objections.add(Objection.to(heap(line, 1), "rtn.objection.received.tooMany", line.missing()));
            }
            all += units;
        }
        if (objections.isEmpty() && to == ReturnStatus.RECEIVED && all == 0) {
            objections.add(Objection.to(RECEIVED, "rtn.objection.received.none"));
        }
        return objections;
    }

    /** What is wrong with what need not come back. */
    List<Objection> objectionsToKept() {
        List<Objection> objections = new ArrayList<>();
        if (to == ReturnStatus.ACCEPTED || to == ReturnStatus.PARTIALLY_ACCEPTED) {
            for (ReturnLine line : request.getLines()) {
                int left = line.missing() - arrived(line).units();
                int units = number(kept(line));
                if (units == UNREADABLE || units > left) {
                    objections.add(Objection.to(kept(line), "rtn.objection.kept.range", left));
                } else if (units > Math.max(0, accepted(line))) {
                    objections.add(Objection.to(kept(line), "rtn.objection.kept.notAccepted", units));
                }
            }
        }
        return objections;
    }

    /** What is wrong with what becomes of refused units. */
    List<Objection> objectionsToRefused(boolean reasonNeeded) {
        List<Objection> objections = new ArrayList<>();
        if (to == ReturnStatus.REFUSED || to == ReturnStatus.PARTIALLY_ACCEPTED) {
            for (ReturnLine line : request.getLines()) {
                int refused = Math.max(0, refused(line));
                int units = number(staying(line));
                if (units == UNREADABLE || units > refused) {
                    objections.add(Objection.to(staying(line), "rtn.objection.staying.range", refused));
                }
                boolean refuses = refused > 0 || to == ReturnStatus.REFUSED;
                if (refuses && reasonNeeded && refusalReason(line) == null) {
                    objections.add(Objection.to(reason(line), "rtn.objection.refusal.missing"));
                }
            }
        }
        return objections;
    }

    /** 0 where nothing was typed, below zero for what is no number of units. */
    private int number(String input) {
        String text = inputs.get(input);
        return text == null ? 0 : text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : UNREADABLE;
    }
}
