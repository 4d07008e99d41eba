package org.broadleafreturns.admin.choice;

import java.util.Set;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.RecordForms;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.RefundType;
import org.broadleafreturns.core.choice.ReturnReason;

/** A new choice starts active; the code of an existing one is shown and not asked for. */
class ChoiceForms extends RecordForms {

    ChoiceForms(MerchantWords words, EnumerationWords enumerations) {
        super(Set.of(ReturnReason.class, RefundType.class), words, enumerations);
    }

    @Override
    protected void start(EntityForm form) {
        preset(form, "active", "true");
        preset(form, "commentRequired", "false");
    }

    @Override
    protected void restrict(EntityForm form) {
        Field code = form.findField("code");
        if (code != null) {
            code.setReadOnly(true);
        }
    }
}
