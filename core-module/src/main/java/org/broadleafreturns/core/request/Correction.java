package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What a merchant puts right of a return that is not decided: quantities and reasons, lines that were forgotten or should not be
 * there, and what was mistyped as received.
 *
 * @param number of the return
 * @param version of the return when the form was opened
 * @param lines of the return as they shall be; those that are not named stay as they are
 * @param added further lines of the same order
 * @param comment what the customer says, where the return has no comment yet; null for nothing
 * @param note why it is corrected, for the journal; it is also the ground on which rules are passed over that can be
 * @param message to the customer, or null
 */
@ForIntegrators
public record Correction(String number, int version, List<Line> lines, List<SubmitReturn.Line> added, String comment, String note,
        String message) {

    private static final String LINE = "lines[";
    private static final String ADDED = "added[";
    private static final String COMMENT = "comment";
    private static final Pattern STORED = Pattern.compile("(lines|added)\\[([0-9]+)]\\.quantity");

    public Correction {
        lines = List.copyOf(lines);
        added = List.copyOf(added);
    }

    /**
     * A line as it shall be.
     *
     * @param lineId the line's identifier
     * @param requested how many units are asked for; 0 takes the line out
     * @param reasonCode why
     * @param received in heaps, all that is here of it; null if that stays as it is
     */
    public record Line(Long lineId, int requested, String reasonCode, List<Heap> received) {

        public Line {
            received = received == null ? null : List.copyOf(received);
        }
    }

    /**
     * Units of one condition.
     *
     * @param condition its code, or null if nobody has noted any
     */
    public record Heap(int units, String condition) {
    }

    static String quantity(Line line) {
        return LINE + line.lineId() + "].quantity";
    }

    static String reason(Line line) {
        return LINE + line.lineId() + "].reason";
    }

    /** @param heap the first is 1 */
    static String heap(Line line, int heap) {
        return LINE + line.lineId() + "].received." + heap;
    }

    static String condition(Line line, int heap) {
        return heap(line, heap) + ".condition";
    }

    static String quantity(SubmitReturn.Line line) {
        return ADDED + line.orderItemId() + "].quantity";
    }

    static String reason(SubmitReturn.Line line) {
        return ADDED + line.orderItemId() + "].reason";
    }

    /** Lines and comment as they are kept with a preview, by the names of the inputs. */
    Map<String, String> inputs() {
        Map<String, String> inputs = new TreeMap<>();
        lines.forEach(line -> {
            inputs.put(quantity(line), String.valueOf(line.requested()));
            inputs.put(reason(line), Texts.orEmpty(line.reasonCode()));
            if (line.received() != null) {
                for (int heap = 1; heap <= line.received().size(); heap++) {
                    inputs.put(heap(line, heap), String.valueOf(line.received().get(heap - 1).units()));
                    inputs.put(condition(line, heap), Texts.orEmpty(line.received().get(heap - 1).condition()));
                }
            }
        });
        added.forEach(line -> {
            inputs.put(quantity(line), String.valueOf(line.quantity()));
            inputs.put(reason(line), Texts.orEmpty(line.reasonCode()));
        });
        if (Texts.orNull(comment) != null) {
            inputs.put(COMMENT, Texts.orNull(comment));
        }
        return inputs;
    }

    /** The correction that {@link #inputs} was asked of. */
    static Correction of(String number, int version, Map<String, String> inputs, String note, String message) {
        Map<Long, Line> lines = new LinkedHashMap<>();
        List<SubmitReturn.Line> added = new ArrayList<>();
        new TreeMap<>(inputs).forEach((name, text) -> {
            Matcher quantity = STORED.matcher(name);
            if (quantity.matches()) {
                Long id = Long.valueOf(quantity.group(2));
                String reason = Texts.orNull(inputs.get(quantity.group(1) + "[" + id + "].reason"));
                if (quantity.group(1).equals("lines")) {
                    Line line = new Line(id, Integer.parseInt(text), reason, null);
                    lines.put(id, new Line(id, line.requested(), reason, heaps(line, inputs)));
                } else {
                    added.add(new SubmitReturn.Line(id, Integer.parseInt(text), reason));
                }
            }
        });
        return new Correction(number, version, List.copyOf(lines.values()), added, inputs.get(COMMENT), note, message);
    }

    private static List<Heap> heaps(Line line, Map<String, String> inputs) {
        List<Heap> heaps = new ArrayList<>();
        for (int heap = 1; inputs.containsKey(heap(line, heap)); heap++) {
            heaps.add(new Heap(Integer.parseInt(inputs.get(heap(line, heap))), Texts.orNull(inputs.get(condition(line, heap)))));
        }
        return heaps.isEmpty() ? null : heaps;
    }
}
