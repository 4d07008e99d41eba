package org.broadleafreturns.admin.status;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.OpenDialog;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.settings.ReturnsSettings;

/** The button that sends a label, wherever one can be sent; it chooses the status, and the dialog's script sends the file. */
class LabelField implements DialogPart {

    private final ReturnsSettings settings;
    private final MerchantWords words;

    LabelField(ReturnsSettings settings, MerchantWords words) {
        this.settings = settings;
        this.words = words;
    }

    @Override
    public String template() {
        return "rtn/part/label";
    }

    @Override
    public boolean isIn(OpenDialog dialog) {
        return dialog.choices().contains(ReturnStatus.LABEL_SENT);
    }

    @Override
    public Map<String, Object> model(OpenDialog dialog) {
        return Map.of("largest", settings.maximumFileSize(), "most", words.size(settings.maximumFileSize()),
            "tooLarge", words.of(List.of(StatusChangeService.tooLarge(settings))).get(0).text());
    }
}
