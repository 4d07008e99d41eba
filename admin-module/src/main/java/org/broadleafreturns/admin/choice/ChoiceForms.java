package org.broadleafreturns.admin.choice;

import java.util.Set;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.RecordForms;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.GoodsCondition;
import org.broadleafreturns.core.choice.RefundBehaviour;
import org.broadleafreturns.core.choice.RefundType;
import org.broadleafreturns.core.choice.RefusalReason;
import org.broadleafreturns.core.choice.ReturnReason;

/** A new choice starts active; the code of an existing one is shown and not asked for. */
class ChoiceForms extends RecordForms {

    private static final String BEHAVIOUR = "behaviour";

    ChoiceForms(MerchantWords words, EnumerationWords enumerations, WordFields labels) {
        super(Set.of(ReturnReason.class, RefundType.class, GoodsCondition.class, RefusalReason.class), words, enumerations, labels);
    }

    @Override
    protected void start(EntityForm form) {
        preset(form, "active", "true");
        preset(form, "commentRequired", "false");
        preset(form, "sellable", "false");
        preset(form, BEHAVIOUR, RefundBehaviour.MONEY.name());
    }

    @Override
    protected String inWords(Property property) {
        return property.getName().equals(BEHAVIOUR)
            ? words().message(RefundBehaviour.valueOf(property.getValue()).getFriendlyType()) : super.inWords(property);
    }

    @Override
    protected void restrict(EntityForm form) {
        Field code = form.findField("code");
        if (code != null) {
            code.setReadOnly(true);
        }
    }
}
