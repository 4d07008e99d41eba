package org.broadleafreturns.admin.list;

import java.text.ParseException;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.common.util.FormatUtil;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafcommerce.openadmin.web.form.component.ListGridRecord;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafcommerce.openadmin.web.service.AbstractFormBuilderExtensionHandler;
import org.broadleafreturns.admin.page.Cells;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;

/**
 * What the cells of the list show. The platform would show the code of the message that names a status, dates in a form for
 * machines, and on some lines what people typed as markup.
 */
class ReturnCells extends AbstractFormBuilderExtensionHandler {

    private final MerchantWords words;
    private final RowMarks marks;

    ReturnCells(MerchantWords words, RowMarks marks) {
        this.words = words;
        this.marks = marks;
    }

    @Override
    public ExtensionResultStatusType modifyListGridRecord(String className, ListGridRecord row, Entity entity) {
        if (!ReturnRequest.class.getName().equals(className)) {
            return ExtensionResultStatusType.NOT_HANDLED;
        }
        for (Field cell : row.getFields()) {
            Property property = entity.findProperty(cell.getName());
            if (property != null && property.getValue() != null) {
                Cells.show(cell, inWords(cell.getName(), property.getValue()));
                // Not what a list of choices says for it.
                cell.setValue(property.getValue());
            }
        }
        ShownList.ofRequest().ifPresent(list -> marks.mark(row, list));
        return ExtensionResultStatusType.HANDLED_CONTINUE;
    }

    private String inWords(String name, String value) {
        return switch (name) {
            case "status" -> words.message(ReturnStatus.valueOf(value).getFriendlyType());
            case "submittedAt" -> date(value);
            default -> value;
        };
    }

    private String date(String value) {
        try {
            return words.narrowDate(FormatUtil.getDateFormat().parse(value));
        } catch (ParseException e) {
            return value;
        }
    }
}
