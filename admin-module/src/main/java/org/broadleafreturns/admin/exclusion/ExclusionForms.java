package org.broadleafreturns.admin.exclusion;

import java.util.Set;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafreturns.admin.page.Cells;
import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.RecordForms;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.exclusion.Exclusion;
import org.broadleafreturns.core.exclusion.ExclusionGround;
import org.broadleafreturns.core.exclusion.MarkKind;

/** A new mark excludes. */
class ExclusionForms extends RecordForms {

    ExclusionForms(MerchantWords words, EnumerationWords enumerations, WordFields grounds) {
        super(Set.of(Exclusion.class), words, enumerations, grounds);
    }

    @Override
    protected void start(EntityForm form) {
        preset(form, "kind", MarkKind.NOT_RETURNABLE.name());
    }

    /** A row is opened by its first cell, which is that of the product. */
    @Override
    protected void empty(Field cell) {
        if (cell.getName().equals("product")) {
            Cells.show(cell, words().message("rtn.admin.exclusion.wholeCategory"));
        }
    }

    @Override
    protected String inWords(Property property) {
        return switch (property.getName()) {
            case "kind" -> words().message(MarkKind.valueOf(property.getValue()).getFriendlyType());
            case "ground" -> words().message(ExclusionGround.valueOf(property.getValue()).getFriendlyType());
            default -> super.inWords(property);
        };
    }
}
