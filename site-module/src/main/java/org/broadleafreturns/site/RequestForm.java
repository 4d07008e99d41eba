package org.broadleafreturns.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafreturns.core.policy.Objection;
import org.broadleafreturns.core.request.SubmitReturn;

/**
 * What a shopper has entered into the request form, word for word, so that it can be shown again. Lines are inputs named
 * {@code quantity[ITEM]} and {@code reason[ITEM]}; a line without a quantity, or with 0, is not picked.
 *
 * @param quantities what was typed, by order item
 * @param reasons the chosen reason's code, by order item
 * @param refundType the chosen refund type's code, or null
 * @param comment free text, or null
 * @param submissionKey by which the same form sent twice is known
 * @param foreign whether there are inputs for something that can be no order item
 */
record RequestForm(Map<Long, String> quantities, Map<Long, String> reasons, String refundType, String comment,
        String submissionKey, boolean foreign) {

    private static final Pattern LINE_INPUT = Pattern.compile("(quantity|reason)\\[(.*)]");
    private static final Pattern ITEM = Pattern.compile("\\d{1,18}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,9}");

    /** A form nobody has filled in. */
    static RequestForm empty(String submissionKey) {
        return new RequestForm(Map.of(), Map.of(), null, null, submissionKey, false);
    }

    /** Reads a request's parameters; never fails, whatever they are. */
    static RequestForm of(Map<String, String[]> parameters) {
        Map<Long, String> quantities = new LinkedHashMap<>();
        Map<Long, String> reasons = new LinkedHashMap<>();
        boolean foreign = false;
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            Matcher input = LINE_INPUT.matcher(parameter.getKey());
            if (!input.matches()) {
                continue;
            }
            if (!ITEM.matcher(input.group(2)).matches()) {
                foreign = true;
                continue;
            }
            Map<Long, String> values = input.group(1).equals("quantity") ? quantities : reasons;
            values.put(Long.valueOf(input.group(2)), parameter.getValue()[0].strip());
        }
        return new RequestForm(quantities, reasons, first(parameters, "refundType"), first(parameters, "comment"),
            first(parameters, "submissionKey"), foreign);
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    /** What can be seen to be wrong without knowing the order. */
    List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        if (foreign) {
            objections.add(Objection.general("rtn.objection.line.unknown"));
        }
        for (Long item : picked()) {
            if (!WHOLE_NUMBER.matcher(quantities.get(item)).matches()) {
                objections.add(Objection.to("lines[" + item + "].quantity", "rtn.objection.quantity.notPositive"));
            }
        }
        return objections;
    }

    /** The picked lines; only after {@link #objections} found nothing. */
    List<SubmitReturn.Line> lines() {
        return picked().stream()
            .map(item -> new SubmitReturn.Line(item, Integer.parseInt(quantities.get(item)), reasons.get(item)))
            .toList();
    }

    private List<Long> picked() {
        Set<String> nothing = Set.of("", "0");
        return quantities.keySet().stream().filter(item -> !nothing.contains(quantities.get(item))).toList();
    }
}
