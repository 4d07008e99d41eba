package org.broadleafreturns.admin.correct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafreturns.core.request.Correction;
import org.broadleafreturns.core.request.SubmitReturn;

/**
 * Reads what a merchant sent from the dialog. Lines of the return are inputs named {@code lines[LINE].quantity}, {@code .reason},
 * {@code .received.1} and {@code .received.1.condition}, others of the order {@code added[ITEM].quantity} and {@code .reason}, as the
 * objections of the service name them. One of the others without a quantity, or with 0, is not picked. What is no number is below all
 * that can be, and objected to as such.
 */
final class CorrectForm {

    /** Stands for a missing or mangled version: it never equals a return's. */
    private static final int UNKNOWN_VERSION = -1;
    private static final int NO_NUMBER = -1;
    /** More heaps than a line can have conditions in any shop. */
    private static final int MOST_HEAPS = 100;

    private static final Pattern QUANTITY = Pattern.compile("(lines|added)\\[([0-9]{1,18})]\\.quantity");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");

    private final Map<String, String> inputs;

    private CorrectForm(Map<String, String> inputs) {
        this.inputs = inputs;
    }

    /** @param inputs by name; names that mean nothing are ignored */
    static Correction read(String number, Map<String, String> inputs) {
        return new CorrectForm(inputs).read(number);
    }

    private Correction read(String number) {
        List<Correction.Line> lines = new ArrayList<>();
        List<SubmitReturn.Line> added = new ArrayList<>();
        // In a lasting order.
        new TreeMap<>(inputs).keySet().forEach(name -> {
            Matcher quantity = QUANTITY.matcher(name);
            if (quantity.matches() && quantity.group(1).equals("lines")) {
                lines.add(line(Long.valueOf(quantity.group(2)), name));
            } else if (quantity.matches() && !text(name).isEmpty() && !text(name).equals("0")) {
                Long item = Long.valueOf(quantity.group(2));
                added.add(new SubmitReturn.Line(item, number(name, NO_NUMBER), orNull(text("added[" + item + "].reason"))));
            }
        });
        return new Correction(number, number("version", UNKNOWN_VERSION), lines, added, inputs.get("comment"), inputs.get("note"),
            inputs.get("message"));
    }

    private Correction.Line line(Long id, String quantity) {
        String prefix = "lines[" + id + "].";
        List<Correction.Heap> heaps = new ArrayList<>();
        for (int heap = 1; heap <= MOST_HEAPS && inputs.containsKey(prefix + "received." + heap); heap++) {
            String name = prefix + "received." + heap;
            heaps.add(new Correction.Heap(text(name).isEmpty() ? 0 : number(name, NO_NUMBER), orNull(text(name + ".condition"))));
        }
        return new Correction.Line(id, number(quantity, NO_NUMBER), orNull(text(prefix + "reason")),
            heaps.isEmpty() ? null : heaps);
    }

    private int number(String name, int otherwise) {
        return WHOLE_NUMBER.matcher(text(name)).matches() ? Integer.parseInt(text(name)) : otherwise;
    }

    private String text(String name) {
        String text = inputs.get(name);
        return text == null ? "" : text.strip();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
