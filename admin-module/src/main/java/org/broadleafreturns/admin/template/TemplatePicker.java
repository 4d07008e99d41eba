package org.broadleafreturns.admin.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.admin.dialog.MessageAid;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.template.FilledTemplate;
import org.broadleafreturns.core.template.TemplateTexts;

/** The choice among the templates beside a message, each filled in for the return; none where the merchant keeps none. */
class TemplatePicker implements MessageAid {

    private final TemplateTexts texts;
    private final MerchantWords words;

    TemplatePicker(TemplateTexts texts, MerchantWords words) {
        this.texts = texts;
        this.words = words;
    }

    @Override
    public String template() {
        return "rtn/template/picker";
    }

    @Override
    public Optional<Map<String, Object>> model(ReturnView request) {
        List<FilledTemplate> offered = texts.offeredFor(request.number(), words.locale());
        return offered.isEmpty() ? Optional.empty() : Optional.of(Map.of("templates", offered));
    }
}
