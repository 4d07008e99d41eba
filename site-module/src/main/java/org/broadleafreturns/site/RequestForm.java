package org.broadleafreturns.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.draft.DraftInput;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.ReturnRequest;

/**
 * What a shopper has sent from the request form. Lines are inputs named {@code quantity[ITEM]} and {@code reason[ITEM]}; the
 * button {@code add} leads to where photos are added, {@code remove} throws one away and leads back to the form.
 *
 * @param input what was entered, word for word
 * @param removed the identifier of the photo to throw away; empty for none
 * @param adding whether photos are to be added next
 * @param foreign whether there are inputs for something that can be no order item, or for more than any order has
 */
record RequestForm(DraftInput input, Optional<Long> removed, boolean adding, boolean foreign) {

    /** Order items that are looked at. */
    static final int MOST_LINES = 1000;

    /** Characters of an input that are looked at; more than any may have, so that one that is too long stays so. */
    static final int MOST_CHARACTERS = 2 * ReturnRequest.TEXT_LENGTH;

    private static final Pattern LINE_INPUT = Pattern.compile("(quantity|reason)\\[(.*)]", Pattern.DOTALL);
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9]{1,18}");

    /** Reads a request; never fails, whatever its parameters are. */
    static RequestForm of(HttpServletRequest request) {
        return of(request.getParameterMap());
    }

    static RequestForm of(Map<String, String[]> parameters) {
        Map<Long, String> quantities = new LinkedHashMap<>();
        Map<Long, String> reasons = new LinkedHashMap<>();
        boolean foreign = false;
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            Matcher name = LINE_INPUT.matcher(parameter.getKey());
            String value = first(parameters, parameter.getKey());
            if (!name.matches() || value == null) {
                continue;
            }
            if (!IDENTIFIER.matcher(name.group(2)).matches()) {
                foreign = true;
                continue;
            }
            Map<Long, String> values = name.group(1).equals("quantity") ? quantities : reasons;
            if (values.size() < MOST_LINES) {
                values.put(Long.valueOf(name.group(2)), value.strip());
            } else {
                foreign = true;
            }
        }
        DraftInput input = new DraftInput(quantities, reasons, first(parameters, "refundType"), first(parameters, "comment"));
        Optional<Long> removed = Optional.ofNullable(first(parameters, "remove"))
            .filter(photo -> IDENTIFIER.matcher(photo).matches()).map(Long::valueOf);
        return new RequestForm(input, removed, parameters.containsKey("add"), foreign);
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? null : Characters.beginning(values[0], MOST_CHARACTERS);
    }

    /** Whether the form is wanted again, and not the summary. */
    boolean staying() {
        return adding || removed.isPresent();
    }

    /** What can be seen to be wrong without knowing the order. */
    List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        if (foreign) {
            objections.add(Objection.general("rtn.objection.line.unknown"));
        }
        objections.addAll(input.objections());
        return objections;
    }
}
