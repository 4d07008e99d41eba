package org.broadleafreturns.core.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.SubmitReturn;

/**
 * What a shopper has entered into the request form, word for word, so that it can be shown again. A line without a quantity,
 * or with 0, is not picked.
 *
 * @param quantities what was typed, by order item
 * @param reasons the chosen reason's code, by order item
 * @param refundType the chosen refund type's code, or null
 * @param comment free text, or null
 */
public record DraftInput(Map<Long, String> quantities, Map<Long, String> reasons, String refundType, String comment) {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Set<String> NOTHING = Set.of("", "0");

    public DraftInput {
        quantities = new LinkedHashMap<>(quantities);
        reasons = new LinkedHashMap<>(reasons);
    }

    /** A form nobody has filled in. */
    public static DraftInput empty() {
        return new DraftInput(Map.of(), Map.of(), null, null);
    }

    /** What can be seen to be wrong without knowing the order. */
    public List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        for (Long item : picked()) {
            if (!WHOLE_NUMBER.matcher(quantities.get(item)).matches()) {
                objections.add(Objection.to("lines[" + item + "].quantity", "rtn.objection.quantity.notPositive"));
            }
        }
        return objections;
    }

    /** The picked lines; only after {@link #objections} found nothing. */
    public List<SubmitReturn.Line> lines() {
        return picked().stream()
            .map(item -> new SubmitReturn.Line(item, Integer.parseInt(quantities.get(item)), reasons.get(item)))
            .toList();
    }

    /** All order items for which something was entered. */
    Set<Long> items() {
        Set<Long> items = new LinkedHashSet<>(quantities.keySet());
        items.addAll(reasons.keySet());
        return items;
    }

    private List<Long> picked() {
        return quantities.keySet().stream().filter(item -> !NOTHING.contains(quantities.get(item))).toList();
    }
}
