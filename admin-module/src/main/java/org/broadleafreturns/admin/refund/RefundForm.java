package org.broadleafreturns.admin.refund;

import java.util.Map;
import org.broadleafreturns.admin.dialog.FurtherInputs;
import org.broadleafreturns.core.request.FeatureSteps;

/** Reads what the dialogs of a refund send. */
final class RefundForm {

    private RefundForm() {
    }

    static FeatureSteps.Kept read(String number, Map<String, String> inputs) {
        Map<String, String> own =
            FurtherInputs.of(inputs, name -> !(name.equals("refund") || name.startsWith("refund.") || name.startsWith("refund[")));
        String version = inputs.getOrDefault("version", "");
        return new FeatureSteps.Kept(number, version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1, own,
            inputs.get("message"));
    }
}
