package org.broadleafreturns.admin.create;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafreturns.core.policy.Objection;
import org.broadleafreturns.core.request.CreateReturn;
import org.broadleafreturns.core.request.ReturnRefusedException;
import org.broadleafreturns.core.request.SubmitReturn;

/**
 * Reads what a merchant sent from the dialog. Lines are inputs named {@code lines[ITEM].quantity} and
 * {@code lines[ITEM].reason}, as the objections of the service name them; a line without a quantity, or with 0, is not picked.
 */
final class CreateForm {

    private static final Pattern QUANTITY = Pattern.compile("lines\\[([0-9]{1,18})]\\.quantity");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Set<String> NOTHING = Set.of("", "0");

    private CreateForm() {
    }

    /**
     * @param inputs by name; unknown names are ignored
     * @throws ReturnRefusedException if a quantity is no number
     */
    static CreateReturn read(Long orderId, Map<String, String> inputs) {
        List<Objection> objections = new ArrayList<>();
        List<SubmitReturn.Line> lines = new ArrayList<>();
        for (String item : picked(inputs)) {
            String quantity = inputs.get("lines[" + item + "].quantity").strip();
            if (WHOLE_NUMBER.matcher(quantity).matches()) {
                lines.add(new SubmitReturn.Line(Long.valueOf(item), Integer.parseInt(quantity),
                    inputs.get("lines[" + item + "].reason")));
            } else {
                objections.add(Objection.to("lines[" + item + "].quantity", "rtn.objection.quantity.notPositive"));
            }
        }
        if (!objections.isEmpty()) {
            throw new ReturnRefusedException(objections);
        }
        return new CreateReturn(orderId, lines, inputs.get("refundType"), inputs.get("comment"), inputs.get("ground"),
            "true".equals(inputs.get("confirm")), inputs.get("submissionKey"));
    }

    private static Set<String> picked(Map<String, String> inputs) {
        Set<String> picked = new LinkedHashSet<>();
        inputs.forEach((name, value) -> {
            Matcher input = QUANTITY.matcher(name);
            if (input.matches() && !NOTHING.contains(value.strip())) {
                picked.add(input.group(1));
            }
        });
        return picked;
    }
}
