package org.broadleafreturns.admin.create;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadleafreturns.admin.dialog.FurtherInputs;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.request.CreateReturn;
import org.broadleafreturns.core.request.SubmitReturn;

/**
 * Reads what a merchant sent from the dialog. Lines are inputs named {@code lines[ITEM].quantity} and
 * {@code lines[ITEM].reason}, as the objections of the service name them; a line without a quantity, or with 0, is not picked.
 */
final class CreateForm {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Set<String> NOTHING = Set.of("", "0");

    private static final Set<String> OWN = Set.of("refundType", "comment", "ground", "confirm", "submissionKey");

    private CreateForm() {
    }

    /**
     * @param items the order's items; inputs for others are not looked at
     * @param inputs by name; names that no part knows are ignored
     * @throws ReturnRefusedException if a quantity is no number
     */
    static CreateReturn read(Long orderId, Collection<Long> items, Map<String, String> inputs) {
        List<Objection> objections = new ArrayList<>();
        List<SubmitReturn.Line> lines = new ArrayList<>();
        for (Long item : items) {
            String name = "lines[" + item + "].quantity";
            String quantity = Objects.requireNonNullElse(inputs.get(name), "").strip();
            if (NOTHING.contains(quantity)) {
                continue;
            }
            if (WHOLE_NUMBER.matcher(quantity).matches()) {
                lines.add(new SubmitReturn.Line(item, Integer.parseInt(quantity), inputs.get("lines[" + item + "].reason")));
            } else {
                objections.add(Objection.to(name, "rtn.objection.quantity.notPositive"));
            }
        }
        if (!objections.isEmpty()) {
            throw new ReturnRefusedException(objections);
        }
        return new CreateReturn(orderId, lines, inputs.get("refundType"), inputs.get("comment"), inputs.get("ground"),
            "true".equals(inputs.get("confirm")), inputs.get("submissionKey"),
            FurtherInputs.of(inputs, name -> OWN.contains(name) || name.startsWith("lines[")));
    }
}
