package org.broadleafreturns.admin.template;

import java.util.Set;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.RecordForms;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.template.MessageTemplate;

/** A new template starts active. */
class TemplateForms extends RecordForms {

    TemplateForms(MerchantWords words, EnumerationWords enumerations, WordFields names, WordFields texts) {
        super(Set.of(MessageTemplate.class), words, enumerations, names, texts);
    }

    @Override
    protected void start(EntityForm form) {
        preset(form, "active", "true");
    }
}
